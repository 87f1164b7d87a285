using System.Net;
using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.Plans;
using FaceH5Portal.Sandbox.Profile;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>The page itself, and the page in its place when it cannot be opened.</summary>
internal sealed class CapturePage(CaptureFlow flow, SandboxState state)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        + "img-src 'self' data: blob:; media-src 'self' blob:; base-uri 'none'; form-action 'none'";

    private readonly Template _page = new("capture/capture.html");
    private readonly Template _error = new("capture/capture-error.html");

    /// <summary>The address that older integrations use to skip the statement: opening it is the person's act.</summary>
    public IResult OpenPastStatement(HttpContext context)
    {
        flow.Accept(context.Request.Query["token"], CaptureTexts.For(context.Request));
        return Open(context);
    }

    public IResult Open(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";

        var texts = CaptureTexts.For(context.Request);
        if (flow.Open(context.Request.Query["token"]) is not { } token) return Error(texts, "token-dead", StatusCodes.Status200OK);
        var success = Chosen(Target(context.Request, "successUrl"), token.SuccessUrl);
        var failed = Chosen(Target(context.Request, "failedUrl"), token.FailedUrl);
        if (!RedirectTarget.IsAllowed(success) || !RedirectTarget.IsAllowed(failed))
            return Error(texts, "target-refused", StatusCodes.Status400BadRequest);
        return Html(_page.Fill(new Dictionary<string, string>(texts.All)
        {
            ["language"] = texts.Language,
            ["token"] = token.Value,
            ["success"] = success ?? "",
            ["failed"] = failed ?? "",
            ["records"] = SandboxPlan.Of(token).Records ? "true" : "false",
        }, new Dictionary<string, string> { ["outcomes"] = Outcomes(texts) }));
    }

    private string? Chosen(string? fromAddress, string? fromConfig) =>
        state.Profile.Is(Switches.RedirectPrecedence, "url") ? fromAddress ?? fromConfig : fromConfig ?? fromAddress;

    /// <summary>Older integrations name one address for both ends.</summary>
    private static string? Target(HttpRequest request, string name) =>
        NotEmpty(request.Query[name]) ?? NotEmpty(request.Query["callbackUrl"]);

    private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static string Outcomes(CaptureTexts texts) => string.Concat(VerdictCode.All.Select(code =>
        $"<option value=\"{code.Code}\">{code.Code} {WebUtility.HtmlEncode(texts.Verdict(code))}</option>\n"));

    private IResult Error(CaptureTexts texts, string message, int status) => Html(
        _error.Fill(new Dictionary<string, string>(texts.All) { ["language"] = texts.Language, ["message"] = texts[message] }), status);

    private static IResult Html(string html, int status = StatusCodes.Status200OK) =>
        Results.Content(html, "text/html; charset=utf-8", statusCode: status);
}
