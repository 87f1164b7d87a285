using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace FaceH5Portal.Web.Endpoints;

/// <summary>What a circuit cannot do because it needs a cookie: choose a language, a size of type, light or dark.</summary>
internal static class PreferenceEndpoints
{
    public static void MapPreferences(this WebApplication app)
    {
        app.MapPost(PortalRoutes.Language, ChooseLanguage);
        app.MapPost(PortalRoutes.TextSize, ChooseTextSize);
        app.MapPost(PortalRoutes.Theme, ChooseTheme);
        app.MapGet(PortalRoutes.ThemeSheetPattern, ShowThemeAsync);
    }

    private static async Task<IResult> ShowThemeAsync(ThemeSheets sheets, string name) =>
        await sheets.FindAsync(name) is { } sheet ? Results.Text(sheet, "text/css") : Results.NotFound();

    private static IResult ChooseLanguage(HttpContext context, [FromForm] string language, [FromForm] string? returnTo)
    {
        var known = language is "zh-CN" or "en" ? language : "zh-CN";
        context.Response.Cookies.Append(
            SiteCookies.Language,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(known)),
            SiteCookies.OfAYear());
        return Back(returnTo);
    }

    private static IResult ChooseTextSize(HttpContext context, [FromForm] string large, [FromForm] string? returnTo)
    {
        TextSize.Choose(context, large == "yes");
        return Back(returnTo);
    }

    private static IResult ChooseTheme(HttpContext context, [FromForm] string theme, [FromForm] string? returnTo)
    {
        ConsoleLight.Choose(context, theme);
        return Back(returnTo);
    }

    private static IResult Back(string? returnTo) => Results.LocalRedirect(LocalPath.Of(returnTo));
}
