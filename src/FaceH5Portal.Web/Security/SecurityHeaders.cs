using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Web.Hosting;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Web.Security;

/// <summary>What every answer tells the browser, by the kind of page it is; docs/security-headers.md says why.</summary>
internal sealed class SecurityHeaders(PortalSettings settings, IOptionsMonitor<BaiduOptions> vendor)
{
    /// <summary>Behind an address that never means other bytes, so that whoever has them need not ask again.</summary>
    public const string Lasting = "v";

    private const string NoFeature =
        "accelerometer=(), autoplay=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), "
        + "identity-credentials-get=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), "
        + "screen-wake-lock=(), serial=(), sync-xhr=(), usb=(), xr-spatial-tracking=()";

    private const string NothingAtAll = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
    private const string NoPasskey = "publickey-credentials-create=(), publickey-credentials-get=()";
    private const string OwnPasskey = "publickey-credentials-create=(self), publickey-credentials-get=(self)";

    public void Write(HttpContext context)
    {
        var kind = PageKinds.Of(context);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(kind);
        headers["Permissions-Policy"] = FeaturesOf(kind);
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XContentTypeOptions = "nosniff";
        if (kind != PageKind.Asset)
            headers.CacheControl = "no-store";
        else if (context.Request.Query.ContainsKey(Lasting) && context.Response.StatusCode == StatusCodes.Status200OK)
            headers.CacheControl = "public, max-age=31536000, immutable";
        if (settings.PublicBaseUrl.Scheme == Uri.UriSchemeHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }

    private static string FeaturesOf(PageKind kind) =>
        $"camera={(kind is PageKind.EndUser or PageKind.ConsoleCamera ? "(self)" : "()")}, {NoFeature}, {(kind == PageKind.SignIn ? OwnPasskey : NoPasskey)}";

    public string PolicyOf(PageKind kind) => kind switch
    {
        PageKind.SignIn => "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        // A browser holds the redirect after a form to form-action too, hence the vendor.
        PageKind.EndUser => "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + $"form-action 'self' {Origin(new Uri(vendor.CurrentValue.PageBaseUrl))}; frame-ancestors 'none'; base-uri 'none'",
        // MudBlazor writes style attributes. Some Safari leave the circuit's socket out of 'self'.
        PageKind.Console or PageKind.ConsoleCamera => "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; font-src 'self'; "
            + $"connect-src 'self' {Socket}; form-action 'self'; frame-ancestors 'none'; base-uri 'self'",
        _ => NothingAtAll,
    };

    private string Socket => $"{(settings.PublicBaseUrl.Scheme == Uri.UriSchemeHttps ? "wss" : "ws")}://{settings.PublicBaseUrl.Authority}";

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}

/// <summary>Stands before the framework's own refusals, so that they carry the headers too.</summary>
internal sealed class HeadersFirst(SecurityHeaders headers) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, proceed) =>
        {
            context.Response.OnStarting(() =>
            {
                headers.Write(context);
                return Task.CompletedTask;
            });
            return proceed(context);
        });
        next(app);
    };
}
