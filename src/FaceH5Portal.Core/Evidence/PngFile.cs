using System.Buffers.Binary;
using System.Text;

namespace FaceH5Portal.Core.Evidence;

/// <summary>PNG (W3C, third edition) chunk by chunk: pixels, palette, transparency and colours are kept, all else goes.</summary>
internal static class PngFile
{
    // Length, type and checksum around a chunk's data.
    private const int Frame = 12;
    private const int HeaderBytes = 13;
    private const string Profile = "iCCP";

    private static readonly HashSet<string> Kept =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", Profile, "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "pHYs"];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="whole">The whole file.</param>
    /// <param name="notes">How many bytes before the picture's end were neither pixels nor what decodes them.</param>
    /// <returns>Null when the file is cut short or damaged, or is no PNG.</returns>
    public static byte[]? Strip(byte[] whole, out int notes)
    {
        notes = 0;
        ReadOnlySpan<byte> file = whole;
        if (!file.StartsWith(Signature))
            return null;
        using var kept = new KeptBytes(file.Length);
        kept.Add(Signature);
        var (at, pixels) = (Signature.Length, false);
        while (ChunkAt(file, at) is { IsEmpty: false } chunk)
        {
            var type = Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if ((at == Signature.Length) != (type == "IHDR" && chunk.Length == Frame + HeaderBytes))
                return null;
            at += chunk.Length;
            pixels |= type == "IDAT";
            if (type == "IEND" && (!pixels || chunk.Length != Frame))
                return null;
            if (Kept.Contains(type))
                kept.Add(chunk);
            // A chunk that a decoder must know and that we do not: this is no picture that we can vouch for.
            else if (char.IsAsciiLetterUpper(type[0]))
                return null;
            if (!Kept.Contains(type) || type == Profile)
                notes += chunk.Length;
            if (type == "IEND")
                return kept.Of(whole);
        }
        return null;
    }

    /// <summary>The EXIF block of a whole PNG; empty when it has none.</summary>
    public static ReadOnlySpan<byte> ExifOf(ReadOnlySpan<byte> file)
    {
        for (var at = Signature.Length; ChunkAt(file, at) is { IsEmpty: false } chunk; at += chunk.Length)
            if (chunk[4..].StartsWith("eXIf"u8))
                return chunk[8..^4];
        return [];
    }

    private static ReadOnlySpan<byte> ChunkAt(ReadOnlySpan<byte> file, int at)
    {
        if (file.Length - at < Frame)
            return [];
        var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
        if (length > (uint)(file.Length - at - Frame))
            return [];
        var chunk = file.Slice(at, Frame + (int)length);
        return Crc32.Of(chunk[4..^4]) == BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) ? chunk : [];
    }
}
