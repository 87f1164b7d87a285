using System.Buffers.Binary;

namespace FaceH5Portal.Core.Evidence;

/// <summary>
/// JPEG (ITU-T T.81) segment by segment. What is needed to decode the pixels and to show their colours is kept;
/// every other application segment and comment goes, whatever it calls itself, and so does all behind the end.
/// </summary>
internal static class JpegFile
{
    private const byte Soi = 0xD8;
    private const byte Eoi = 0xD9;
    private const byte Sos = 0xDA;
    private const int JfifBytes = 14;
    private const int AdobeBytes = 12;

    /// <param name="whole">The whole file.</param>
    /// <param name="notes">How many bytes before the picture's end were neither pixels nor what decodes them.</param>
    /// <returns>Null when the file is cut short or is no JPEG.</returns>
    public static byte[]? Strip(byte[] whole, out int notes)
    {
        notes = 0;
        ReadOnlySpan<byte> file = whole;
        using var kept = new KeptBytes(file.Length + 2);
        kept.Add([0xFF, Soi]);
        var (at, frames, scans) = (2, 0, 0);
        for (var marker = MarkerAt(file, ref at); marker != Eoi; marker = MarkerAt(file, ref at))
        {
            if (marker is not { } found || StandsAlone(found) || SegmentAt(file, at) is not { IsEmpty: false } segment)
                return null;
            at += segment.Length;
            Keep(kept, found, segment[2..]);
            notes += IsNote(found) ? segment.Length + 2 : 0;
            frames += IsFrame(found) ? 1 : 0;
            if (found != Sos)
                continue;
            var coded = CodedLength(file[at..]);
            kept.Add(file.Slice(at, coded));
            at += coded;
            scans++;
        }
        if (frames != 1 || scans == 0)
            return null;
        kept.Add([0xFF, Eoi]);
        return kept.Of(whole);
    }

    /// <summary>The marker at this place, with the place moved behind it; null where none is.</summary>
    private static byte? MarkerAt(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF)
            return null;
        // Any number of FF may fill up before a marker.
        while (at < file.Length && file[at] == 0xFF)
            at++;
        return at < file.Length ? file[at++] : null;
    }

    private static ReadOnlySpan<byte> SegmentAt(ReadOnlySpan<byte> file, int at)
    {
        if (file.Length - at < 2)
            return [];
        var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
        return length >= 2 && length <= file.Length - at ? file.Slice(at, length) : [];
    }

    private static void Keep(KeptBytes kept, byte marker, ReadOnlySpan<byte> body)
    {
        var needed = marker switch
        {
            // A thumbnail may follow the header, and a thumbnail may show what the picture was cut from.
            0xE0 when body.StartsWith("JFIF\0"u8) && body.Length >= JfifBytes => [.. body[..(JfifBytes - 2)], 0, 0],
            0xE2 when body.StartsWith("ICC_PROFILE\0"u8) => body,
            0xEE when body.StartsWith("Adobe"u8) && body.Length >= AdobeBytes => body[..AdobeBytes],
            >= 0xC0 and <= 0xDF => body,
            _ => [],
        };
        if (needed.IsEmpty)
            return;
        var length = needed.Length + 2;
        kept.Add([0xFF, marker, (byte)(length >> 8), (byte)length]);
        kept.Add(needed);
    }

    /// <summary>Up to the next marker that is no restart; all of it when none comes.</summary>
    private static int CodedLength(ReadOnlySpan<byte> coded)
    {
        for (var at = 0; ;)
        {
            var next = coded[at..].IndexOf((byte)0xFF);
            at += next;
            if (next < 0 || at + 1 >= coded.Length)
                return coded.Length;
            switch (coded[at + 1])
            {
                case 0x00 or (>= 0xD0 and <= 0xD7):
                    at += 2;
                    break;
                case 0xFF:
                    at++;
                    break;
                default:
                    return at;
            }
        }
    }

    // Those that are kept count too: whoever wants to bring something along says that it is a profile of colours.
    private static bool IsNote(byte marker) => marker is < 0xC0 or > 0xDF;

    // Restarts belong inside coded data, and a second picture's start belongs nowhere.
    private static bool StandsAlone(byte marker) => marker is 0x00 or 0x01 or (>= 0xD0 and <= Soi);

    // C4, C8 and CC stand among the frames and are tables or reserved.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
