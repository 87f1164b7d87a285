using System.Globalization;
using System.Text.Json;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Values that are more than a text.</summary>
internal sealed partial class JsonFields
{
    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public Guid? Id(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (Guid.TryParseExact(text, "D", out var id))
            return id;
        errors.Add(new PortalError("field-not-id", name));
        return null;
    }

    /// <summary>In UTC, as every time of the API.</summary>
    public DateTime Time(string name)
    {
        var text = Required(name);
        if (DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time.UtcDateTime;
        if (text.Length > 0)
            errors.Add(new PortalError("field-not-time", name, text[..Math.Min(text.Length, 64)]));
        return default;
    }

    /// <summary>One of the words of a fixed set, or none of them where <paramref name="other"/> stands.</summary>
    public T? Word<T>(string name, string other) where T : struct, Enum
    {
        var word = Required(name);
        if (ApiJson.Find<T>(word) is { } known)
            return known;
        if (word.Length > 0 && !word.Equals(other, StringComparison.OrdinalIgnoreCase))
            errors.Add(new PortalError("field-not-vendor", name, string.Join(", ", ApiJson.Words<T>().Append(other))));
        return null;
    }

    public byte[]? Base64(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            return Refuse<byte[]>(new PortalError("field-not-text", name, Kind(value)));
        return value.TryGetBytesFromBase64(out var bytes) ? bytes : Refuse<byte[]>(new PortalError("field-encoding", name));
    }

    /// <summary>By the vendor's number or by our word.</summary>
    public CertificateType? Certificate(string name)
    {
        if (Find(name) is not { } value)
            return null;
        var type = value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt32(out var number) && Enum.IsDefined((CertificateType)number) => (CertificateType)number,
            JsonValueKind.String => ApiJson.Find<CertificateType>(value.GetString()),
            _ => null,
        };
        if (type is null)
            errors.Add(new PortalError("field-not-certificate", name, string.Join(", ", ApiJson.Words<CertificateType>())));
        return type;
    }
}
