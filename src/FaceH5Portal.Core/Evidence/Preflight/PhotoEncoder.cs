using FaceH5Portal.Vendors.Photos;
using SkiaSharp;

namespace FaceH5Portal.Core.Evidence.Preflight;

/// <summary>Writes pixels as JPEG until a vendor takes them: first the size it compares best at, then less quality, then less size.</summary>
internal static class PhotoEncoder
{
    private const double Step = 0.8;

    private static readonly int[] Qualities = [92, 85, 78, 70, 60, 50];

    /// <summary>Null where nothing that is still a portrait would fit.</summary>
    public static FittedPhoto? Fit(SKBitmap upright, PhotoLimits limits)
    {
        var figures = new PhotoFigures("image/jpeg", upright.Width, upright.Height, 0);
        for (var scale = FirstScale(figures, limits);
            scale * Math.Min(figures.Width, figures.Height) >= limits.MinSide; scale *= Step)
        {
            using var smaller = scale < 1 ? Scaled(upright, scale) : null;
            var pixels = smaller ?? upright;
            foreach (var quality in Qualities)
            {
                using var data = pixels.Encode(SKEncodedImageFormat.Jpeg, quality);
                if (data.Size > limits.MaxBytes)
                    continue;
                var after = new PhotoFigures("image/jpeg", pixels.Width, pixels.Height, (int)data.Size);
                return new FittedPhoto(data.ToArray(), figures, after);
            }
        }
        return null;
    }

    /// <summary>What is left of a photo's size at most, whatever its quality.</summary>
    public static double FirstScale(PhotoFigures photo, PhotoLimits limits) =>
        Math.Min(1, PhotoScale.Of(photo, limits.BestLongSide ?? limits.MaxLongSide, limits.MaxShortSide));

    private static SKBitmap Scaled(SKBitmap picture, double scale) => picture.Resize(
        new SKSizeI(Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale))),
        new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)) ?? throw new InvalidOperationException("A photo cannot be shrunk.");
}
