using SkiaSharp;

namespace FaceH5Portal.TestKit;

/// <summary>Drawn pictures; no real person's.</summary>
public static class Photos
{
    public static byte[] Of(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.SteelBlue);
            using var skin = new SKPaint { Color = SKColors.Bisque };
            canvas.DrawOval(width / 2f, height / 2f, width / 4f, height / 3f, skin);
        }
        using var data = bitmap.Encode(format, 80);
        return data.ToArray();
    }
}
