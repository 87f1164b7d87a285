using FaceH5Portal.Core.Evidence;
using SkiaSharp;

namespace FaceH5Portal.Core.Privacy.Revealing;

/// <summary>Writes across a copy of a picture who sees it and when, light on dark, so that it stands out wherever it comes to lie.</summary>
internal static class Watermark
{
    private const float Slant = -20;

    /// <summary>Null where the picture cannot be read.</summary>
    public static Picture? Put(byte[] picture, string text)
    {
        using var original = SKBitmap.Decode(picture);
        if (original is null)
            return null;
        using var marked = new SKBitmap(new SKImageInfo(original.Width, original.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(marked))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawBitmap(original, 0, 0, SKSamplingOptions.Default);
            Cover(canvas, marked.Width, marked.Height, text);
        }
        using var data = marked.Encode(SKEncodedImageFormat.Jpeg, 90);
        return new Picture(data.ToArray(), "image/jpeg");
    }

    private static void Cover(SKCanvas canvas, int width, int height, string text)
    {
        // About a quarter of the picture wide, and never too small to be read.
        var dot = Math.Max(1f, width / 4f / (text.Length * DotLetters.Advance));
        using var letters = DotLetters.Draw(text, dot);
        using var dark = new SKPaint { Color = SKColors.Black.WithAlpha(110) };
        using var light = new SKPaint { Color = SKColors.White.WithAlpha(150) };
        var (step, line) = (letters.Bounds.Width + 8 * dot, 5 * DotLetters.Height * dot);
        canvas.Translate(width / 2f, height / 2f);
        canvas.RotateDegrees(Slant);
        var reach = width + height;
        var odd = false;
        for (float y = -reach; y < reach; y += line, odd = !odd)
            for (var x = -reach - (odd ? step / 2 : 0); x < reach; x += step)
            {
                Put(canvas, letters, dark, x + dot / 2, y + dot / 2);
                Put(canvas, letters, light, x, y);
            }
    }

    private static void Put(SKCanvas canvas, SKPath letters, SKPaint paint, float x, float y)
    {
        canvas.Save();
        canvas.Translate(x, y);
        canvas.DrawPath(letters, paint);
        canvas.Restore();
    }
}
