using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Endpoints;
using FaceH5Portal.Web.Endpoints.Api;
using FaceH5Portal.Web.Endpoints.Export;
using FaceH5Portal.Web.Endpoints.SignIn;
using FaceH5Portal.Web.Logging;
using FaceH5Portal.Web.Pages;
using FaceH5Portal.Web.Pages.EndUser;
using FaceH5Portal.Web.Pages.Setup;
using FaceH5Portal.Web.Pages.SignIn;
using FaceH5Portal.Web.Security;
using FaceH5Portal.Web.Security.Limits;
using FaceH5Portal.Web.Security.SignIn;
using FaceH5Portal.Web.Telemetry;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace FaceH5Portal.Web.Hosting;

/// <summary>What a request passes through, and where it ends.</summary>
internal static class PortalPipeline
{
    private static readonly string[] Languages = ["zh-CN", "en"];

    public static void UsePortal(this WebApplication app, PortalSettings settings)
    {
        app.UseShell();
        app.UseMiddleware<MetricsGate>();
        app.UseApi();
        app.UseMiddleware<SecureOrigin>();
        app.UseMiddleware<OwnOrigin>();
        app.Use(SpeculativeRequests.RefuseAsync);
        app.UseRateLimiter();
        app.UseMiddleware<GuessLimit>();
        app.UseStatusCodePagesWithReExecute(PortalRoutes.NotFound);
        app.UseAuthentication();
        app.UseMiddleware<SignInGate>();
        app.UseAntiforgery();
        app.Use(StartOverAsync);
        app.MapStaticAssets();
        app.MapHealth();
        app.MapMetrics();
        app.MapEvidence();
        app.MapExport();
        app.MapImport();
        app.MapDisputes();
        app.MapStatements();
        app.MapCharges();
        app.MapAudit();
        app.MapCopies();
        app.MapPreferences();
        app.MapSignIn(settings);
        app.MapAccount();
        app.MapEndUserPages();
        app.MapLiveJourney();
        app.MapPages();
    }

    /// <summary>The framework finds every page for each document; a page answers through its own alone.</summary>
    private static void MapPages(this WebApplication app)
    {
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // People's data and what others typed stand on one page; compressed together their length would tell.
            options.DisableWebSocketCompression = true;
            options.ContentSecurityFrameAncestorsPolicy = null;
        }).Add(AnswerOnlyIn<App>);
        app.MapRazorComponents<PersonDocument>().Add(AnswerOnlyIn<PersonDocument>);
    }

    private static void AnswerOnlyIn<TDocument>(EndpointBuilder endpoint)
    {
        if (StaticPages.DocumentOf(endpoint) != typeof(TDocument))
            endpoint.Metadata.Add(new SuppressMatchingMetadata());
    }

    /// <summary>A form whose proof of origin is gone (keys replaced, cookies lost) does nothing; its page is shown anew.</summary>
    private static Task StartOverAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(context);
        context.NoteRefusal("form-unproven");
        context.Response.Redirect(context.Request.Path.StartsWithSegments(PortalRoutes.Verify) ? PortalRoutes.Verify : PortalRoutes.Home);
        return Task.CompletedTask;
    }

    /// <summary>Every address answers with the one page that helps.</summary>
    public static void UseSetupPage(this WebApplication app, PortalSettings settings)
    {
        app.UseShell();
        app.MapStaticAssets();
        app.MapHealth();
        app.MapFallback(() => new RazorComponentResult<SetupPage>(new { settings.Missing, settings.Advised }));
    }

    private static void UseShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler(PortalRoutes.Broken, createScopeForErrors: true);
        app.UseRequestLocalization(options =>
        {
            options.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
            options.RequestCultureProviders.OfType<CookieRequestCultureProvider>().Single().CookieName = SiteCookies.Language;
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
    }
}
