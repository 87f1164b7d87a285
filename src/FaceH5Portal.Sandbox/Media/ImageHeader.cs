using System.Buffers.Binary;

namespace FaceH5Portal.Sandbox.Media;

/// <summary>Size of a JPEG, PNG or BMP as its header states it; the pixels are never decoded.</summary>
internal sealed record ImageHeader(string Format, int Width, int Height)
{
    public static ImageHeader? Read(ReadOnlySpan<byte> image)
    {
        var header = Jpeg(image) ?? Png(image) ?? Bmp(image);
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }

    private static ImageHeader? Png(ReadOnlySpan<byte> image)
    {
        ReadOnlySpan<byte> signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        if (image.Length < 24 || !image.StartsWith(signature) || !image[12..].StartsWith("IHDR"u8)) return null;
        return new("PNG", BinaryPrimitives.ReadInt32BigEndian(image[16..]), BinaryPrimitives.ReadInt32BigEndian(image[20..]));
    }

    private static ImageHeader? Bmp(ReadOnlySpan<byte> image)
    {
        if (image.Length < 26 || !image.StartsWith("BM"u8)) return null;
        var height = BinaryPrimitives.ReadInt32LittleEndian(image[22..]);
        // A negative height only says that the rows run from the top.
        return new("BMP", BinaryPrimitives.ReadInt32LittleEndian(image[18..]), height < 0 ? -height : height);
    }

    private static ImageHeader? Jpeg(ReadOnlySpan<byte> image)
    {
        if (image.Length < 4 || image[0] != 0xFF || image[1] != 0xD8) return null;
        var rest = image[2..];
        while (rest.Length >= 9 && rest[0] == 0xFF)
        {
            var marker = rest[1];
            if (marker == 0xFF)
            {
                rest = rest[1..];
                continue;
            }
            if (IsFrame(marker))
                return new("JPEG", BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]));
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 4 || length > rest.Length) return null;
            rest = rest[length..];
        }
        return null;
    }

    // SOF0 to SOF15, without the tables (DHT, JPG, DAC) that share the range.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
