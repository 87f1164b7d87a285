namespace FaceH5Portal.Web.Display;

/// <summary>Whether this browser's person wants the console light or dark; who chose nothing gets what their system has.</summary>
internal static class ConsoleLight
{
    public const string Light = "light";
    public const string Dark = "dark";

    private const string Cookie = "console-theme";

    public static string? Of(HttpContext context) => context.Request.Cookies[Cookie] switch { Light => Light, Dark => Dark, _ => null };

    public static void Choose(HttpContext context, string theme) => context.Response.Cookies.Append(
        Cookie, theme == Dark ? Dark : Light, new CookieOptions { IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
}
