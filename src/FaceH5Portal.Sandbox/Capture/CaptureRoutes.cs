using System.Text.Json;
using FaceH5Portal.Sandbox.Faceprint;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.Images;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>The capture page, its assets, and the calls its script makes. None of these is part of the vendor's contract.</summary>
internal static class CaptureRoutes
{
    public static void MapCapture(this WebApplication app)
    {
        app.MapGet("/face/print", (CapturePage page, HttpContext context) => page.Open(context));
        app.MapGet("/face/assets/capture.js", () => EmbeddedAsset.Send("capture.js", "text/javascript; charset=utf-8"));
        app.MapGet("/face/assets/capture.css", () => EmbeddedAsset.Send("capture.css", "text/css; charset=utf-8"));
        app.MapPost("/face/api/state", (CaptureFlow flow, HttpRequest request) => AnswerAsync(request, (body, texts) =>
            flow.Look(FaceprintCall.TextOf(body, "token"), texts)));
        app.MapPost("/face/api/accept", (CaptureFlow flow, HttpRequest request) => AnswerAsync(request, (body, texts) =>
            flow.Accept(FaceprintCall.TextOf(body, "token"), texts)));
        app.MapPost("/face/api/capture", (CaptureFlow flow, HttpRequest request) => AnswerAsync(request, (body, texts) =>
            Jpeg(body) is { } jpeg ? flow.Capture(FaceprintCall.TextOf(body, "token"), jpeg, texts) : null));
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, Func<JsonElement, CaptureTexts, CaptureView?> answer)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, SandboxJson.Lenient, request.HttpContext.RequestAborted);
            if (answer(body.RootElement, CaptureTexts.For(request)) is { } view) return SandboxJson.Answer(view);
            return Refuse("\"image\" must be a JPEG in base64.");
        }
        catch (JsonException)
        {
            return Refuse("The body must be JSON.");
        }
    }

    private static byte[]? Jpeg(JsonElement body)
    {
        var base64 = FaceprintCall.TextOf(body, "image") ?? "";
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && ImageHeader.Read(bytes.AsSpan(0, length)) is { Format: "JPEG" }
            ? bytes[..length]
            : null;
    }

    private static IResult Refuse(string error) => SandboxJson.Answer(new { Error = error }, StatusCodes.Status400BadRequest);
}
