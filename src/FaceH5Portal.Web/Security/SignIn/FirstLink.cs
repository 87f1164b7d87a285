using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>There is no account to begin with: while nobody can manage people, each start prints a way in that works once.</summary>
internal static class FirstLink
{
    public static async Task PrintAsync(IServiceProvider services, PortalSettings settings, TextWriter console, CancellationToken cancellationToken)
    {
        if (settings.OffersDemo)
            return;
        await services.GetRequiredService<DemoPeople>().ShutOutAsync(cancellationToken);
        var first = await services.GetRequiredService<AccountLinks>().FirstAsync(cancellationToken);
        if (!first.Ok)
            throw new PortalStartException($"The link of the first administrator cannot be stored: {first.Errors[0].Code}.");
        // Not by the logger: it would blot the link out, and a log is kept and copied.
        if (first.Value is { } code)
            await console.WriteLineAsync($"Nobody can manage people yet. Whoever opens this link becomes the administrator; it works once, for {SignInLimits.LinkLife.TotalDays:0} days:\n{new Uri(settings.PublicBaseUrl, PortalRoutes.Welcome(code))}");
    }
}
