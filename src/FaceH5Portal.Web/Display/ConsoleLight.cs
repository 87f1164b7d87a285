using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Display;

/// <summary>Whether this browser's person wants the console light or dark; who chose nothing gets what their system has.</summary>
internal static class ConsoleLight
{
    public const string Light = "light";
    public const string Dark = "dark";

    public static string? Of(HttpContext context) => context.Request.Cookies[SiteCookies.ConsoleTheme] switch { Light => Light, Dark => Dark, _ => null };

    public static void Choose(HttpContext context, string theme) => context.Response.Cookies.Append(
        SiteCookies.ConsoleTheme, theme == Dark ? Dark : Light, SiteCookies.OfAYear());
}
