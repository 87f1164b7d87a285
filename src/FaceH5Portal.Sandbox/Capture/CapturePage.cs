using FaceH5Portal.Sandbox.Hosting;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>The page itself, and the page in its place when it cannot be opened.</summary>
internal sealed class CapturePage(CaptureFlow flow)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        + "img-src 'self' data: blob:; media-src 'self' blob:; base-uri 'none'; form-action 'none'";

    private readonly Template _page = new("capture.html");
    private readonly Template _error = new("capture-error.html");

    public IResult Open(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";

        var texts = CaptureTexts.For(context.Request);
        if (flow.Open(context.Request.Query["token"]) is not { } token) return Error(texts, "token-dead", StatusCodes.Status200OK);
        var success = Target(context.Request, "successUrl") ?? token.SuccessUrl;
        var failed = Target(context.Request, "failedUrl") ?? token.FailedUrl;
        if (!RedirectTarget.IsAllowed(success) || !RedirectTarget.IsAllowed(failed))
            return Error(texts, "target-refused", StatusCodes.Status400BadRequest);
        return Html(_page.Fill(new Dictionary<string, string>(texts.All)
        {
            ["language"] = texts.Language,
            ["token"] = token.Value,
            ["success"] = success ?? "",
            ["failed"] = failed ?? "",
        }));
    }

    /// <summary>Older integrations name one address for both ends.</summary>
    private static string? Target(HttpRequest request, string name) =>
        NotEmpty(request.Query[name]) ?? NotEmpty(request.Query["callbackUrl"]);

    private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private IResult Error(CaptureTexts texts, string message, int status) => Html(
        _error.Fill(new Dictionary<string, string>(texts.All) { ["language"] = texts.Language, ["message"] = texts[message] }), status);

    private static IResult Html(string html, int status = StatusCodes.Status200OK) =>
        Results.Content(html, "text/html; charset=utf-8", statusCode: status);
}
