using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Sandbox;
using FaceH5Portal.Web.Demo;
using FaceH5Portal.Web.Security.CookieKeys;
using FaceH5Portal.Web.Security.SignIn;

namespace FaceH5Portal.Web.Hosting;

/// <summary>Opens the database before anything listens, so that a refusal is all that happens.</summary>
internal static partial class PortalStartup
{
    public static async Task PrepareAsync(this WebApplication app, PortalSettings settings)
    {
        await app.Services.GetRequiredService<PortalDatabase>().OpenAsync(app.Lifetime.ApplicationStopping);
        app.Services.GetRequiredService<CookieKeyFiles>().WrapAnew();
        await FirstLink.PrintAsync(app.Services, settings, Console.Out, app.Lifetime.ApplicationStopping);
        foreach (var name in settings.Advised)
            Log.Unnamed(app.Logger, name);
        if (!settings.UsesSandbox)
            return;
        if (DemoMonth.Catches(app.Services.GetRequiredService<SandboxClock>()))
            Log.CutOff(app.Logger);
        var seeded = await app.Services.GetRequiredService<PlanService>()
            .SeedAsync(SandboxPlans.All, app.Lifetime.ApplicationStopping);
        if (!seeded.Ok)
            throw new PortalStartException($"The sandbox's plans cannot be stored: {seeded.Errors[0].Code}.");
    }

    private static partial class Log
    {
        [LoggerMessage(41, LogLevel.Warning, "Filling with demo data was cut off when the portal last stopped. The clock is back at the present; what was made stays.")]
        public static partial void CutOff(ILogger logger);

        [LoggerMessage(40, LogLevel.Warning, "{Setting} is not set. The notice that people agree to does not say who asks them or how to reach them, and the law wants both named.")]
        public static partial void Unnamed(ILogger logger, string setting);
    }
}
