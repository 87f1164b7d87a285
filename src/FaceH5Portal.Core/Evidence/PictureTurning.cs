using SkiaSharp;

namespace FaceH5Portal.Core.Evidence;

/// <summary>Where pixels are written anew: a photo that people hand in, and a format that can hide what it likes.</summary>
internal static class PictureTurning
{
    // Near lossless: a comparison of faces must not suffer from being drawn anew.
    private const int Quality = 95;

    public static byte[]? ToPng(byte[] file)
    {
        using var bitmap = Decode(file);
        using var png = bitmap?.Encode(SKEncodedImageFormat.Png, 100);
        return png?.ToArray();
    }

    /// <summary>A new file with the same pixels, upright; null when they cannot be read.</summary>
    public static byte[]? Redraw(byte[] file, string mediaType)
    {
        using var upright = ToUpright(file);
        using var data = upright?.Encode(mediaType == "image/jpeg" ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, Quality);
        return data?.ToArray();
    }

    /// <summary>The pixels the way up that a viewer shows them; null when they cannot be read.</summary>
    /// <param name="file">A picture's file.</param>
    /// <param name="scale">How much of its size is wanted at least; a JPEG is read no larger than it has to be for that.</param>
    public static SKBitmap? ToUpright(byte[] file, double scale = 1)
    {
        var bitmap = Decode(file, scale);
        if (bitmap is null || ExifOrientation.Of(file) is not { } origin)
            return bitmap;
        using (bitmap)
            return Turn(bitmap, origin);
    }

    private static SKBitmap Turn(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        var (width, height) = origin >= SKEncodedOrigin.LeftTop ? (bitmap.Height, bitmap.Width) : (bitmap.Width, bitmap.Height);
        var turned = new SKBitmap(bitmap.Info.WithSize(width, height));
        using var canvas = new SKCanvas(turned);
        canvas.SetMatrix(MatrixOf(origin, bitmap.Width, bitmap.Height));
        canvas.DrawBitmap(bitmap, 0, 0, SKSamplingOptions.Default);
        return turned;
    }

    private static SKBitmap? Decode(byte[] file, double scale = 1)
    {
        if (PictureLimits.FaultOf(file) is not null)
            return null;
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        // The reader of JPEG makes eighths of the size, and is the faster and the smaller in memory the fewer.
        var size = codec.GetScaledDimensions((float)Math.Min(1, Math.Ceiling(scale * 8) / 8));
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
            return bitmap;
        bitmap.Dispose();
        return null;
    }

    /// <summary>Where a stored pixel belongs (EXIF 2.32, orientation 2 to 8).</summary>
    private static SKMatrix MatrixOf(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
