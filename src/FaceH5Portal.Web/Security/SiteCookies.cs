namespace FaceH5Portal.Web.Security;

/// <summary>Every cookie of ours is bound to this very host, is no script's business and travels encrypted or not at all.</summary>
internal static class SiteCookies
{
    public const string Language = "__Host-language";
    public const string Form = "__Host-form";
    public const string TextSize = "__Host-text-size";
    public const string ConsoleTheme = "__Host-console-theme";

    /// <summary>For what a browser shall remember of its person's taste.</summary>
    public static CookieOptions OfAYear() => new()
    {
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
    };
}

/// <summary>
/// Says "secure" on http too, where only this machine is let in and browsers keep such a cookie; the framework's own
/// word for always would refuse to make one there.
/// </summary>
internal sealed class SecureCookie : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
