using System.Globalization;
using System.Text.Json;
using FaceH5Portal.Sandbox.Faceprint;
using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.Verdicts;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>Reads what the page's script sends.</summary>
internal sealed class CaptureBody(JsonElement body, CaptureTexts texts)
{
    public CaptureTexts Texts => texts;

    public string? Token => Text("token");

    public string? Text(string name) => FaceprintCall.TextOf(body, name);

    public byte[] Jpeg(string name) => Base64(Text(name)) is { } bytes && ImageHeader.Read(bytes) is { Format: "JPEG" }
        ? bytes
        : throw new CaptureRefusal($"\"{name}\" must be a JPEG in base64.");

    public Captured Captured() => new()
    {
        Face = Jpeg("image"),
        Video = Text("video") is { } video ? Base64(video) ?? throw new CaptureRefusal("\"video\" must be base64.") : null,
        VideoKind = Text("video_type") is { } type && type.StartsWith("video/mp4", StringComparison.Ordinal) ? "mp4" : "webm",
        Frames = [.. Frames()],
        Demoted = body.TryGetProperty("demoted", out var demoted) && demoted.ValueKind == JsonValueKind.True,
        ChosenCode = int.TryParse(Text("outcome"), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null,
    };

    private IEnumerable<byte[]> Frames() => body.TryGetProperty("frames", out var frames) && frames.ValueKind == JsonValueKind.Array
        ? frames.EnumerateArray().Select(frame => Base64(frame.ValueKind == JsonValueKind.String ? frame.GetString() : null)).OfType<byte[]>()
        : [];

    private static byte[]? Base64(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
