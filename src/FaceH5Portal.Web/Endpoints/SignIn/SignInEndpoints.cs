using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Security.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace FaceH5Portal.Web.Endpoints.SignIn;

/// <summary>The ways in and out that are no form of a page.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app, PortalSettings settings)
    {
        app.MapPost(PortalRoutes.PasskeyChallenge, async (PasskeyDesk desk) => Results.Text(await desk.AskAsync(), "application/json"))
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost(PortalRoutes.PasskeySignIn, async (HttpContext context, PasskeyDesk desk, [FromForm] string? credential, [FromForm] string? returnTo) =>
            Follow(await desk.SignInAsync(context, credential ?? "", returnTo), returnTo));
        app.MapPost(PortalRoutes.SignOut, SignOutAsync).WithMetadata(new RequireAntiforgeryTokenAttribute());
        if (settings.OffersDemo)
            app.MapPost(PortalRoutes.DemoSignIn, SignInDemoAsync);
        if (settings.SignIn.Oidc is null)
            return;
        app.MapGet(PortalRoutes.Provider, (string? returnTo) => Results.Challenge(new() { RedirectUri = PortalRoutes.ProviderDoneFor(returnTo) }, [ProviderScheme.Name]));
        app.MapGet(PortalRoutes.ProviderDone, async (HttpContext context, ProviderSignIn provider, string? returnTo) =>
            Follow(await provider.CompleteAsync(context, returnTo), returnTo));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SignInDesk desk)
    {
        await desk.EndAsync(context);
        return Results.LocalRedirect(PortalRoutes.SignIn);
    }

    private static async Task<IResult> SignInDemoAsync(HttpContext context, DemoSignIn demo, [FromForm] string? role, [FromForm] string? returnTo) =>
        Enum.TryParse<Role>(role, out var chosen) && Enum.IsDefined(chosen)
            ? Follow(await demo.SignInAsync(context, chosen, returnTo), returnTo) : Results.BadRequest();

    private static IResult Follow(Result<string> way, string? returnTo) =>
        Results.LocalRedirect(way.Ok ? way.Value : PortalRoutes.SignInAgain(way.Errors[0].Code, returnTo));
}
