using System.Text;
using System.Text.Json;
using FaceH5Portal.Sandbox.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>
/// The fields of a body in any of the forms that clients send. A multipart part counts by its name alone: official SDKs give texts a file name
/// and photos none, and the framework's own form would take the one for a file and ruin the other.
/// </summary>
internal sealed class PhotoForm
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, byte[]> _fields = [];

    /// <summary>The field's bytes as they came; null where it is absent or empty.</summary>
    public byte[]? Bytes(string name) => _fields.GetValueOrDefault(name) is { Length: > 0 } bytes ? bytes : null;

    /// <summary>The field as text; null where it is absent, empty or no UTF-8.</summary>
    public string? Text(string name)
    {
        if (Bytes(name) is not { } bytes) return null;
        try
        {
            return _strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public bool IsText(string name) => Bytes(name) is null || Text(name) is not null;

    public static async Task<PhotoForm> ReadAsync(string? contentType, byte[] body, CancellationToken cancellationToken)
    {
        var form = new PhotoForm();
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)) return form;
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) await form.ReadPartsAsync(type, body, cancellationToken);
        else if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) form.ReadJson(body);
        else form.ReadPairs(Encoding.UTF8.GetString(body));
        return form;
    }

    private async Task ReadPartsAsync(MediaTypeHeaderValue type, byte[] body, CancellationToken cancellationToken)
    {
        if (HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary) return;
        var reader = new MultipartReader(boundary.ToString(), new MemoryStream(body));
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) continue;
                using var bytes = new MemoryStream();
                await section.Body.CopyToAsync(bytes, cancellationToken);
                _fields[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = bytes.ToArray();
            }
        }
        catch (Exception damaged) when (damaged is IOException or InvalidDataException)
        {
            // A body that ends in the middle of a part: what came before it counts, as at the vendor.
            return;
        }
    }

    private void ReadJson(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, SandboxJson.Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return;
            foreach (var property in document.RootElement.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String))
                _fields[property.Name] = Encoding.UTF8.GetBytes(property.Value.GetString()!);
        }
        catch (JsonException)
        {
            // No field is there then, and the vendor says which one it misses.
            return;
        }
    }

    private void ReadPairs(string body)
    {
        foreach (var (name, value) in QueryHelpers.ParseQuery(body)) _fields[name] = Encoding.UTF8.GetBytes(value.ToString());
    }
}
