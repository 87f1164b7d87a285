namespace VendorStub;

/// <summary>A file with the outline of a JPEG and the size of a capture's best frame. It shows nothing; no contender looks.</summary>
internal static class Picture
{
    private const int CodedBytes = 48 * 1024;

    public static readonly byte[] Face =
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. new byte[64]]),
        .. Segment(0xC0, [8, 0x01, 0xE0, 0x02, 0x80, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 0x3F, 0]),
        .. Coded(),
        0xFF, 0xD9,
    ];

    private static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Coded()
    {
        var bytes = new byte[CodedBytes];
        new Random(1).NextBytes(bytes);
        // FF would begin a marker.
        bytes.AsSpan().Replace((byte)0xFF, (byte)0xFE);
        return bytes;
    }
}
