using FaceH5Portal.Core.Alarming.Health;
using FaceH5Portal.Web.Display;

namespace FaceH5Portal.Web.Endpoints;

/// <summary>What probes ask: whether it lives, whether it can serve, and its meters.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet(PortalRoutes.Lives, () => Results.Text("live"));
        app.MapGet(PortalRoutes.Ready, ReadyAsync);
    }

    /// <summary>The meters; who may read them is decided before.</summary>
    public static void MapMetrics(this WebApplication app) => app.MapPrometheusScrapingEndpoint(PortalRoutes.Metrics);

    /// <summary>Who is served badly is still served, so only what serves nobody is unavailable.</summary>
    private static async Task<IResult> ReadyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<ReadinessQueries>() is not { } queries)
            return Results.Text("not set up", statusCode: StatusCodes.Status503ServiceUnavailable);
        var lines = await queries.GetAsync(cancellationToken);
        var worst = lines.Max(line => line.Mark);
        var words = lines.Select(line => $"{line.Part}: {line.Words}").Prepend(worst switch
        {
            ReadinessMark.Good => "ready",
            ReadinessMark.Degraded => "degraded",
            _ => "not ready",
        });
        return Results.Text(string.Join('\n', words), statusCode: worst == ReadinessMark.Failing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
