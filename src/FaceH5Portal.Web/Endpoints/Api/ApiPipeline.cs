using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>A way of its own for calls of the API: no cookie, no form's proof, no redirect, no page in an answer.</summary>
internal static class ApiPipeline
{
    // A program that asks for no language gets English, unlike a browser.
    private static readonly string[] Languages = ["en", "zh-CN"];

    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<IdempotencyHeader>()
        .AddSingleton<ReturnUrls>()
        .AddSingleton<ShownSessions>()
        .AddSingleton<SessionApi>()
        .AddSingleton<ErasureApi>()
        .AddSingleton<EvidenceApi>()
        .AddSingleton<PhotoCheckApi>()
        .AddSingleton<ApiGate>()
        .ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions))
        .AddApiDocument();

    public static void UseApi(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapSessionApi();
        app.MapPhotoCheckApi();
        app.MapWhen(context => context.Request.Path.StartsWithSegments(ApiRoutes.Prefix), api =>
        {
            api.UseRequestLocalization(Localize);
            api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = TellFaultAsync });
            api.UseStatusCodePages(context => TellAsync(context.HttpContext));
            api.UseMiddleware<SecureOrigin>();
            api.UseMiddleware<ApiGate>();
            api.UseRateLimiter();
            api.UseRouting();
            api.UseEndpoints(_ => { });
        });
    }

    private static void Localize(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
        options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
        options.ApplyCurrentCultureToResponseHeaders = true;
    }

    private static Task TellFaultAsync(HttpContext context)
    {
        // The server refuses some bodies itself, such as one that breaks off.
        if (context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException refusal)
            context.Response.StatusCode = refusal.StatusCode;
        return TellAsync(context);
    }

    private static Task TellAsync(HttpContext context) =>
        new ProblemAnswer(ApiStatuses.ErrorOf(context.Response.StatusCode)).ExecuteAsync(context);
}
