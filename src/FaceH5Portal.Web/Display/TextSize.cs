namespace FaceH5Portal.Web.Display;

/// <summary>Whether this browser's person asked for large type.</summary>
internal static class TextSize
{
    private const string Cookie = "text-size";
    private const string Large = "large";

    public static bool IsLarge(HttpContext context) => context.Request.Cookies[Cookie] == Large;

    public static void Choose(HttpContext context, bool large)
    {
        if (large)
            context.Response.Cookies.Append(Cookie, Large, new CookieOptions { IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
        else
            context.Response.Cookies.Delete(Cookie);
    }
}
