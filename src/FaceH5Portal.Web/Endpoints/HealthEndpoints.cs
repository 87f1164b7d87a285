namespace FaceH5Portal.Web.Endpoints;

internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app) =>
        app.MapGet("/health/live", () => Results.Text("live"));
}
