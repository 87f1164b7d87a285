using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Display;

/// <summary>Whether this browser's person asked for large type.</summary>
internal static class TextSize
{
    private const string Large = "large";

    public static bool IsLarge(HttpContext context) => context.Request.Cookies[SiteCookies.TextSize] == Large;

    public static void Choose(HttpContext context, bool large)
    {
        if (large)
            context.Response.Cookies.Append(SiteCookies.TextSize, Large, SiteCookies.OfAYear());
        else
            context.Response.Cookies.Delete(SiteCookies.TextSize, SiteCookies.OfAYear());
    }
}
