using System.Buffers.Binary;
using System.Text;
using FaceH5Portal.Core.Evidence;
using SkiaSharp;

namespace FaceH5Portal.Core.Tests.Pictures;

/// <summary>Picture files put together by hand, with what phones and programs put into them.</summary>
internal static class PictureFiles
{
    public const string Secret = "latitude 31.2304 longitude 121.4737";

    /// <summary>Behind the start of the picture: a marker, the length, the body.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] body) =>
        [.. jpeg[..2], 0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg[2..]];

    /// <summary>Behind the header, which is the first chunk: length, type, body, checksum.</summary>
    public static byte[] WithChunk(byte[] png, string type, byte[] body) => [.. png[..33], .. Chunk(type, body), .. png[33..]];

    public static byte[] Chunk(string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)body.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.Of(named));
        return chunk;
    }

    public static byte[] RiffChunk(string type, byte[] body)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0, .. body, .. new byte[body.Length & 1]];
        BinaryPrimitives.WriteUInt32LittleEndian(chunk.AsSpan(4), (uint)body.Length);
        return chunk;
    }

    public static byte[] Riff(params byte[][] chunks)
    {
        byte[] file = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. chunks.SelectMany(chunk => chunk)];
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)file.Length - 8);
        return file;
    }

    /// <summary>A TIFF block with one entry, the orientation; behind it a note, as a place or a thumbnail would stand there.</summary>
    public static byte[] Exif(int orientation, string note = Secret, byte[]? thumbnail = null) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0, .. Encoding.UTF8.GetBytes(note), .. thumbnail ?? [],
    ];

    public static byte[] ExifSegment(int orientation, byte[]? thumbnail = null) => [.. "Exif\0\0"u8, .. Exif(orientation, Secret, thumbnail)];

    public static byte[] Text(string before) => Encoding.UTF8.GetBytes(before + Secret);

    public static bool Tells(byte[] file, string secret = Secret) => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0;

    /// <summary>The pixels as any viewer decodes them.</summary>
    public static byte[] Pixels(byte[] file)
    {
        using var bitmap = SKBitmap.Decode(file, new SKImageInfo(SizeOf(file).Width, SizeOf(file).Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        return bitmap.Bytes;
    }

    public static SKSizeI SizeOf(byte[] file)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(file));
        return codec.Info.Size;
    }
}
