using FaceH5Portal.Core.Data;
using SkiaSharp;

namespace FaceH5Portal.Core.Evidence;

/// <summary>What the H5 vendor takes as a match photo; checked before it is asked.</summary>
public static class PhotoRules
{
    /// <summary>10 MiB of base64 text, the vendor's limit, counted in the bytes it encodes.</summary>
    public const int MostBytes = 10 * 1024 * 1024 / 4 * 3;
    public const int LongSide = 1920;
    public const int ShortSide = 1080;

    private static readonly Dictionary<SKEncodedImageFormat, string> MediaTypes = new()
    {
        [SKEncodedImageFormat.Jpeg] = "image/jpeg",
        [SKEncodedImageFormat.Png] = "image/png",
        [SKEncodedImageFormat.Bmp] = "image/bmp",
    };

    /// <summary>The photo's media type, or why the vendor or we would refuse it.</summary>
    public static Result<string> Check(byte[] photo)
    {
        if (photo.Length > MostBytes)
            return new PortalError("photo-too-big", "Photo");
        using var data = SKData.CreateCopy(photo);
        using var codec = SKCodec.Create(data);
        if (codec is null || !MediaTypes.TryGetValue(codec.EncodedFormat, out var mediaType))
            return new PortalError("photo-not-an-image", "Photo");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        var (longer, shorter) = (Math.Max(width, height), Math.Min(width, height));
        // The document says "smaller than 1920*1080" and not which side is which.
        if (longer >= LongSide || shorter >= ShortSide)
            return new PortalError("photo-too-large", "Photo", width, height);
        return PictureCleaning.Strip(photo).Ok ? mediaType : new PortalError("photo-malformed", "Photo");
    }
}
