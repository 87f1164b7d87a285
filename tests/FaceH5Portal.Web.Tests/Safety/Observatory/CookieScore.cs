using Microsoft.Net.Http.Headers;

namespace FaceH5Portal.Web.Tests.Safety.Observatory;

/// <summary>Cookies, judged as the Observatory does, with every one of ours taken for one of a session.</summary>
internal static class CookieScore
{
    private const int None = 0;

    public static int Of(IReadOnlyList<SetCookieHeaderValue> cookies, bool isHeldToHttps)
    {
        if (cookies.Count == 0)
            return None;
        if (cookies.Any(cookie => !cookie.Secure))
            return isHeldToHttps ? -10 : -40;
        if (cookies.Any(cookie => !cookie.HttpOnly))
            return -30;
        if (cookies.Any(cookie => cookie.SameSite == SameSiteMode.None))
            return -20;
        return cookies.All(cookie => cookie.SameSite is SameSiteMode.Lax or SameSiteMode.Strict) ? 5 : None;
    }
}
