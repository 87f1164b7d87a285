using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Web.Security.CookieKeys;

namespace FaceH5Portal.Web.Hosting;

/// <summary>Opens the database before anything listens, so that a refusal is all that happens.</summary>
internal static class PortalStartup
{
    public static async Task PrepareAsync(this WebApplication app, PortalSettings settings)
    {
        await app.Services.GetRequiredService<PortalDatabase>().OpenAsync(app.Lifetime.ApplicationStopping);
        app.Services.GetRequiredService<CookieKeyFiles>().WrapAnew();
        if (!settings.UsesSandbox)
            return;
        var seeded = await app.Services.GetRequiredService<PlanService>()
            .SeedAsync(SandboxPlans.All, app.Lifetime.ApplicationStopping);
        if (!seeded.Ok)
            throw new PortalStartException($"The sandbox's plans cannot be stored: {seeded.Errors[0].Code}.");
    }
}
