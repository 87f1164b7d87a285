using FaceH5Portal.Core.Data;
using SkiaSharp;

namespace FaceH5Portal.Core.Evidence;

/// <summary>
/// How many pixels a picture may unfold into, read from its header before a single one is decoded: a file of some
/// bytes can claim more than the memory holds, here or in the browser of whoever looks at it.
/// </summary>
internal static class PictureLimits
{
    /// <summary>Far above what the vendor takes and what a phone makes.</summary>
    public const int MostPixels = 40_000_000;

    public const int LongestSide = 16_384;

    /// <summary>Null for one still picture of a size that can be decoded.</summary>
    public static PortalError? FaultOf(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        return codec switch
        {
            null => new PortalError("photo-malformed", "Photo"),
            { FrameCount: > 1 } => new PortalError("photo-moves", "Photo"),
            { Info: var info } when Exceeds(info.Width, info.Height) => new PortalError("photo-too-large", "Photo", info.Width, info.Height),
            _ => null,
        };
    }

    private static bool Exceeds(int width, int height) =>
        width > LongestSide || height > LongestSide || (long)width * height > MostPixels;
}
