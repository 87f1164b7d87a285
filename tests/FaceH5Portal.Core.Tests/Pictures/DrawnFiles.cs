using System.Buffers.Binary;
using FaceH5Portal.TestKit;
using SkiaSharp;

namespace FaceH5Portal.Core.Tests.Pictures;

/// <summary>Pictures that are hard to fit, or to bear.</summary>
internal static class DrawnFiles
{
    /// <summary>Compresses badly, as a photo full of detail does.</summary>
    public static byte[] Noise(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        using (var noise = new SKPaint { Shader = SKShader.CreatePerlinNoiseTurbulence(0.4f, 0.4f, 3, 7) })
            canvas.DrawRect(0, 0, width, height, noise);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    /// <summary>24 bits to a pixel, rows from below, each filled up to four bytes.</summary>
    public static byte[] Bmp(int width, int height)
    {
        var row = (((width * 3) + 3) / 4) * 4;
        byte[] pixels = [.. Enumerable.Range(0, row * height).Select(n => (byte)(n * 7))];
        byte[] file = [.. "BM"u8, .. new byte[52], .. pixels];
        foreach (var (at, value) in new[] { (2, file.Length), (10, 54), (14, 40), (18, width), (22, height), (34, pixels.Length) })
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        (file[26], file[28]) = (1, 24);
        return file;
    }

    /// <summary>One pixel, some times over.</summary>
    public static byte[] Gif(int frames) =>
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        .. Enumerable.Repeat<byte[]>([0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0], frames).SelectMany(frame => frame), 0x3B,
    ];

    /// <summary>A small PNG whose header claims to be large.</summary>
    public static byte[] Claims(int width, int height)
    {
        var png = Photos.Of(64, 64, SKEncodedImageFormat.Png);
        var header = png[16..29];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return [.. png[..8], .. PictureFiles.Chunk("IHDR", header), .. png[33..]];
    }
}
