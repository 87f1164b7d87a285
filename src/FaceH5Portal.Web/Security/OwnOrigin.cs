using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Logging;

namespace FaceH5Portal.Web.Security;

/// <summary>
/// The console's circuit opens to pages of this site alone. A browser sends cookies along with a socket that a
/// stranger's page opens, and no rule of its own keeps that page from reading what comes.
/// </summary>
internal sealed class OwnOrigin(PortalSettings settings) : IMiddleware
{
    private static readonly PathString Circuit = "/_blazor";

    private readonly string ours = settings.PublicBaseUrl.GetLeftPart(UriPartial.Authority);

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Circuit) || IsOurs(context.Request))
            return next(context);
        context.NoteRefusal("origin-foreign");
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // Every browser says where a socket comes from, so that silence there is no browser of ours.
    private bool IsOurs(HttpRequest request) => request.Headers.Origin is [{ } origin]
        ? origin == ours || origin == $"{request.Scheme}://{request.Host}"
        : request.Headers.Origin.Count == 0 && !IsSocket(request);

    private static bool IsSocket(HttpRequest request) => HttpMethods.IsConnect(request.Method) || request.Headers.Upgrade.Count > 0;
}
