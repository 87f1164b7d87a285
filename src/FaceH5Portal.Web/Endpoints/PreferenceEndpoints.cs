using System.Security.Claims;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace FaceH5Portal.Web.Endpoints;

/// <summary>What a circuit cannot do because it needs a cookie: choose a language, a size of type, light or dark, and in Development a role.</summary>
internal static class PreferenceEndpoints
{
    public static void MapPreferences(this WebApplication app)
    {
        app.MapPost(PortalRoutes.Language, ChooseLanguage);
        app.MapPost(PortalRoutes.TextSize, ChooseTextSize);
        app.MapPost(PortalRoutes.Theme, ChooseTheme);
        app.MapPost(PortalRoutes.Role, ChooseRoleAsync);
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

    private static async Task<IResult> ChooseRoleAsync(
        HttpContext context, IActorSource actors, [FromForm] string role, [FromForm] string? returnTo)
    {
        if (!Enum.TryParse<Role>(role, out var chosen) || !actors.Choices.Contains(chosen))
            return Results.BadRequest();
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.Role, chosen.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return Back(returnTo);
    }

    private static IResult Back(string? returnTo) =>
        Results.LocalRedirect(returnTo is ['/', not ('/' or '\\'), ..] && !returnTo.Any(char.IsControl) ? returnTo : "/");
}
