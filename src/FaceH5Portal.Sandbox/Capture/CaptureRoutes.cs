using System.Text.Json;
using FaceH5Portal.Sandbox.Hosting;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>The capture page and the calls its script makes. None of these is part of the vendor's contract.</summary>
internal static class CaptureRoutes
{
    public static void MapCapture(this WebApplication app)
    {
        app.MapGet("/face/print", (CapturePage page, HttpContext context) => page.Open(context));
        app.MapGet("/face/print/statement/statement", (CapturePage page, HttpContext context) => page.Open(context));
        app.MapGet("/face/print/detection", (CapturePage page, HttpContext context) => page.OpenPastStatement(context));
        EmbeddedAsset.MapFolder(app, "/face/assets/", "capture/");

        Map(app, "state", (flow, body) => flow.Look(body.Token, body.Texts));
        Map(app, "accept", (flow, body) => flow.Accept(body.Token, body.Texts));
        Map(app, "ocr", (flow, body) => flow.Scan(body.Token, Side(body), body.Jpeg("image"), body.Texts));
        Map(app, "confirm", (flow, body) => flow.Confirm(body.Token, body.Text("name") ?? "", body.Text("number") ?? "", body.Texts));
        Map(app, "refused", (flow, body) => flow.Refuse(body.Token, body.Texts));
        Map(app, "capture", (flow, body) => flow.Capture(body.Token, body.Captured(), body.Texts));
        Map(app, "retry", (flow, body) => flow.Retry(body.Token, body.Texts));
    }

    private static string Side(CaptureBody body) => body.Text("side") is "front" or "back"
        ? body.Text("side")!
        : throw new CaptureRefusal("\"side\" must be front or back.");

    private static void Map(WebApplication app, string call, Func<CaptureFlow, CaptureBody, CaptureView> answer) =>
        app.MapPost("/face/api/" + call, (CaptureFlow flow, HttpRequest request) => AnswerAsync(request, body => answer(flow, body)));

    private static async Task<IResult> AnswerAsync(HttpRequest request, Func<CaptureBody, CaptureView> answer)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, SandboxJson.Lenient, request.HttpContext.RequestAborted);
            if (body.RootElement.ValueKind != JsonValueKind.Object) return Refuse("The body must be a JSON object.");
            return SandboxJson.Answer(answer(new CaptureBody(body.RootElement, CaptureTexts.For(request))));
        }
        catch (JsonException)
        {
            return Refuse("The body must be JSON.");
        }
        catch (CaptureRefusal refusal)
        {
            return Refuse(refusal.Message);
        }
    }

    private static IResult Refuse(string error) => SandboxJson.Answer(new { Error = error }, StatusCodes.Status400BadRequest);
}
