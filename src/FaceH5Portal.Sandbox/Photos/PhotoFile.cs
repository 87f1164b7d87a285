using System.Buffers.Binary;
using FaceH5Portal.Sandbox.Media;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>What a vendor can tell of a photo from its first bytes.</summary>
internal sealed record PhotoFile(string Format, int Width, int Height)
{
    public static PhotoFile? Read(byte[]? file)
    {
        if (file is null) return null;
        if (ImageHeader.Read(file) is { } header) return new PhotoFile(header.Format, header.Width, header.Height);
        ReadOnlySpan<byte> start = file;
        if (start.StartsWith("GIF8"u8) && start.Length > 10)
            return new PhotoFile("GIF", BinaryPrimitives.ReadUInt16LittleEndian(start[6..]), BinaryPrimitives.ReadUInt16LittleEndian(start[8..]));
        // Where a TIFF keeps its size is anywhere; nothing here needs it.
        return start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8) ? new PhotoFile("TIFF", 0, 0) : null;
    }

    /// <summary>A GIF with more than one frame says so in an extension of this name.</summary>
    public static bool Moves(byte[] file) => file.AsSpan().StartsWith("GIF8"u8) && file.AsSpan().IndexOf("NETSCAPE2.0"u8) >= 0;

    /// <summary>Base64 in the standard alphabet; null for anything else, white space included, which is what an unescaped plus sign turns into.</summary>
    public static byte[]? FromBase64(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Any(char.IsWhiteSpace)) return null;
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
