using System.Net;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;

namespace FaceH5Portal.Web.Telemetry;

/// <summary>Meters are read from this machine, or from where the settings say; to everybody else there is nothing.</summary>
internal sealed class MetricsGate(PortalSettings settings) : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(PortalRoutes.Metrics) || MayRead(context.Connection.RemoteIpAddress))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // Without an address it is no network that it came over.
    private bool MayRead(IPAddress? from)
    {
        var plain = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        return plain is null || IPAddress.IsLoopback(plain) || settings.Telemetry.MetricsFrom.Any(network => network.Contains(plain));
    }
}
