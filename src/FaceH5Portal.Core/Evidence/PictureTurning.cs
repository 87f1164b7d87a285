using SkiaSharp;

namespace FaceH5Portal.Core.Evidence;

/// <summary>Where pixels must be written anew: a photo that lies on its side, and a format that can hide what it likes.</summary>
internal static class PictureTurning
{
    // Near lossless: a comparison of faces must not suffer from being turned.
    private const int Quality = 95;

    // Far above what the vendor takes; below what would exhaust the memory.
    private const int MostPixels = 40_000_000;

    public static byte[]? ToPng(byte[] file)
    {
        using var bitmap = Decode(file);
        using var png = bitmap?.Encode(SKEncodedImageFormat.Png, 100);
        return png?.ToArray();
    }

    /// <summary>Null when the pixels cannot be read.</summary>
    public static byte[]? Turn(Picture picture, SKEncodedOrigin origin)
    {
        using var bitmap = Decode(picture.Bytes);
        if (bitmap is null)
            return null;
        var (width, height) = origin >= SKEncodedOrigin.LeftTop ? (bitmap.Height, bitmap.Width) : (bitmap.Width, bitmap.Height);
        using var turned = new SKBitmap(bitmap.Info.WithSize(width, height));
        using (var canvas = new SKCanvas(turned))
        {
            canvas.SetMatrix(MatrixOf(origin, bitmap.Width, bitmap.Height));
            canvas.DrawBitmap(bitmap, 0, 0, SKSamplingOptions.Default);
        }
        using var data = turned.Encode(picture.MediaType == "image/jpeg" ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, Quality);
        return data?.ToArray();
    }

    private static SKBitmap? Decode(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MostPixels)
            return null;
        var bitmap = new SKBitmap(new SKImageInfo(
            codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
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
