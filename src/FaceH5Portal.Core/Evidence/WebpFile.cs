using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace FaceH5Portal.Core.Evidence;

/// <summary>WebP (RFC 9649) chunk by chunk: the one still picture with its transparency and colours is kept, all else goes.</summary>
internal static class WebpFile
{
    private const int HeaderBytes = 12;
    private const int ExtendedBytes = 10;
    private const string Profile = "ICCP";
    private const byte SaysExifOrXmp = 0x08 | 0x04;

    private static readonly HashSet<string> Kept = ["VP8 ", "VP8L", "VP8X", "ALPH", Profile];

    /// <param name="file">The whole file.</param>
    /// <param name="notes">How many bytes before the picture's end were neither pixels nor what decodes them.</param>
    /// <returns>Null when the file is cut short, moves, or is no WebP.</returns>
    public static byte[]? Strip(ReadOnlySpan<byte> file, out int notes)
    {
        notes = 0;
        if (file.Length < HeaderBytes || !file[8..].StartsWith("WEBP"u8))
            return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (size > (uint)(file.Length - 8))
            return null;
        file = file[..((int)size + 8)];
        var kept = new ArrayBufferWriter<byte>(file.Length);
        kept.Write(file[..HeaderBytes]);
        var (at, pixels) = (HeaderBytes, 0);
        while (ChunkAt(file, at) is { IsEmpty: false } chunk)
        {
            at += chunk.Length;
            var type = Encoding.Latin1.GetString(chunk[..4]);
            pixels += type is "VP8 " or "VP8L" ? 1 : 0;
            if (Kept.Contains(type))
                kept.Write(type == "VP8X" ? WithoutNotes(chunk) : chunk);
            if (!Kept.Contains(type) || type == Profile)
                notes += chunk.Length;
        }
        if (at != file.Length || pixels != 1)
            return null;
        var stripped = kept.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(stripped.AsSpan(4), (uint)stripped.Length - 8);
        return stripped;
    }

    private static ReadOnlySpan<byte> ChunkAt(ReadOnlySpan<byte> file, int at)
    {
        if (file.Length - at < 8)
            return [];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
        var padded = (long)length + (length & 1) + 8;
        return padded <= file.Length - at ? file.Slice(at, (int)padded) : [];
    }

    /// <summary>The extended header announces metadata that is no longer there.</summary>
    private static byte[] WithoutNotes(ReadOnlySpan<byte> chunk)
    {
        var header = chunk.ToArray();
        if (header.Length == ExtendedBytes + 8)
            header[8] &= unchecked((byte)~SaysExifOrXmp);
        return header;
    }
}
