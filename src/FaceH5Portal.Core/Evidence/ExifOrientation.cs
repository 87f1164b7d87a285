using System.Buffers.Binary;
using SkiaSharp;

namespace FaceH5Portal.Core.Evidence;

/// <summary>Which way up a picture says it is (EXIF 2.32): in JPEG the decoder reads it, in PNG it does not.</summary>
internal static class ExifOrientation
{
    private const int HeaderBytes = 8;
    private const int EntryBytes = 12;
    private const ushort Orientation = 0x0112;
    private const ushort Short = 3;

    /// <summary>Null when it stands upright, or says nothing that can be understood.</summary>
    public static SKEncodedOrigin? Of(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        var origin = codec?.EncodedFormat == SKEncodedImageFormat.Png
            ? (SKEncodedOrigin)InTiff(PngFile.ExifOf(file))
            : codec?.EncodedOrigin;
        return origin is > SKEncodedOrigin.TopLeft and <= SKEncodedOrigin.LeftBottom ? origin : null;
    }

    private static int InTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < HeaderBytes)
            return 0;
        var little = tiff[0] == 'I';
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > (uint)tiff.Length - 2)
            return 0;
        var (at, count) = ((int)first + 2, Number(tiff[(int)first..], little));
        for (; count > 0 && tiff.Length - at >= EntryBytes; count--, at += EntryBytes)
            if (Number(tiff[at..], little) == Orientation && Number(tiff[(at + 2)..], little) == Short)
                return Number(tiff[(at + 8)..], little);
        return 0;
    }

    private static ushort Number(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
