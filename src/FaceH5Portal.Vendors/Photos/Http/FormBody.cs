using System.Buffers;
using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;

namespace FaceH5Portal.Vendors.Photos.Http;

/// <summary>
/// <c>application/x-www-form-urlencoded</c> in one buffer. The framework's own content makes strings of strings of it, which for a
/// photo are several times its size.
/// </summary>
internal sealed class FormBody(int expectedBytes)
{
    // A whole number of groups of three, so that only the last piece is padded.
    private const int PieceBytes = 3 * 256;

    private readonly ArrayBufferWriter<byte> body = new(Math.Max(1, expectedBytes));

    /// <summary>A field whose value follows.</summary>
    public void Begin(string name)
    {
        if (body.WrittenCount > 0)
            body.Write("&"u8);
        Encoding.UTF8.GetBytes(name, body);
        body.Write("="u8);
    }

    public void Add(string name, string? value)
    {
        Begin(name);
        Encoding.UTF8.GetBytes(Uri.EscapeDataString(value ?? ""), body);
    }

    /// <summary>The bytes in base64.</summary>
    public void AddBase64(string name, ReadOnlySpan<byte> bytes)
    {
        Begin(name);
        AppendBase64(bytes);
    }

    /// <summary>More of the field that was begun; of several pieces all but the last are a multiple of three bytes.</summary>
    public void AppendBase64(ReadOnlySpan<byte> bytes)
    {
        Span<byte> piece = stackalloc byte[PieceBytes / 3 * 4];
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(PieceBytes, bytes.Length)..])
        {
            Base64.EncodeToUtf8(bytes[..Math.Min(PieceBytes, bytes.Length)], piece, out _, out int written);
            WriteEscaped(piece[..written]);
        }
    }

    public HttpContent ToContent()
    {
        var content = new ReadOnlyMemoryContent(body.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return content;
    }

    /// <summary>Of the letters of base64, three mean something else in a form.</summary>
    private void WriteEscaped(ReadOnlySpan<byte> base64)
    {
        Span<byte> escaped = stackalloc byte[PieceBytes / 3 * 4 * 3];
        var length = 0;
        for (int next; (next = base64.IndexOfAny((byte)'+', (byte)'/', (byte)'=')) >= 0; base64 = base64[(next + 1)..])
        {
            base64[..next].CopyTo(escaped[length..]);
            (base64[next] switch { (byte)'+' => "%2B"u8, (byte)'/' => "%2F"u8, _ => "%3D"u8 }).CopyTo(escaped[(length + next)..]);
            length += next + 3;
        }
        base64.CopyTo(escaped[length..]);
        length += base64.Length;
        body.Write(escaped[..length]);
    }
}
