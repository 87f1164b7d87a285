namespace FaceH5Portal.Vendors.Baidu.Media;

/// <summary>Tells images and videos by their first bytes; a header can say anything, and an error page is often called image/jpeg.</summary>
internal static class MediaSignature
{
    private const int ContainerBrandOffset = 8;

    public static string? TypeOf(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "image/bmp",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, ..] => RiffType(file),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => IsoMediaType(file),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "video/webm",
        _ => null,
    };

    private static string? RiffType(ReadOnlySpan<byte> file)
    {
        var brand = file[ContainerBrandOffset..];
        return brand.StartsWith("WEBP"u8) ? "image/webp" : brand.StartsWith("AVI "u8) ? "video/x-msvideo" : null;
    }

    private static string IsoMediaType(ReadOnlySpan<byte> file) =>
        file[ContainerBrandOffset..].StartsWith("qt  "u8) ? "video/quicktime" : "video/mp4";
}
