using System.Text.Json;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>A call that got past the gateway: who calls, what is asked, and when.</summary>
internal sealed record FaceprintCall(string AppId, JsonElement Body, string BaseUrl, DateTimeOffset Now)
{
    /// <summary>Stands for a caller who was not asked to name an application.</summary>
    public const string AnyApp = "*";

    public bool IsFor(string appId) => AppId == appId || AppId == AnyApp;

    /// <summary>A text or number of the body as text; null when absent, empty or of another kind.</summary>
    public string? Text(string name) => TextOf(Body, name);

    public static string? TextOf(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value)) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
