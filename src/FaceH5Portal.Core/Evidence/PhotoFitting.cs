using SkiaSharp;

namespace FaceH5Portal.Core.Evidence;

/// <summary>
/// Makes a phone's photo small enough for the vendor. For people in front of a phone alone: they cannot know about
/// pixels, and an operator who hands in a file wants it compared as it is.
/// </summary>
public static class PhotoFitting
{
    private const int Quality = 92;

    /// <summary>The photo itself where it fits, or where it cannot be read: <see cref="PhotoRules"/> then says why.</summary>
    public static byte[] Fit(byte[] photo)
    {
        using var upright = PictureTurning.ToUpright(photo);
        if (upright is null || Scale(upright) is not { } scale)
            return photo;
        using var fitted = upright.Resize(new SKSizeI((int)(upright.Width * scale), (int)(upright.Height * scale)), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var data = fitted?.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data?.ToArray() ?? photo;
    }

    private static double? Scale(SKBitmap picture)
    {
        var (longer, shorter) = (Math.Max(picture.Width, picture.Height), Math.Min(picture.Width, picture.Height));
        var scale = Math.Min((PhotoRules.LongSide - 1.0) / longer, (PhotoRules.ShortSide - 1.0) / shorter);
        return scale < 1 ? scale : null;
    }
}
