using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FaceH5Portal.TestKit;

/// <summary>A webhook as it came, verified as its receiver would: by the specification, and by nothing of the product.</summary>
public sealed record ReceivedWebhook(string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Id => Headers["webhook-id"];

    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(long.Parse(Headers["webhook-timestamp"], CultureInfo.InvariantCulture));

    public IReadOnlyList<string> Signatures => Headers["webhook-signature"].Split(' ');

    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Data => Json.GetProperty("data");

    /// <summary>Null for a test.</summary>
    public Guid? Session => Data.TryGetProperty("sessionId", out var id) ? id.GetGuid() : null;

    private JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public bool IsSignedBy(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signed = Encoding.UTF8.GetBytes($"{Id}.{Headers["webhook-timestamp"]}.{Body}");
        return Signatures.Contains("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)));
    }
}
