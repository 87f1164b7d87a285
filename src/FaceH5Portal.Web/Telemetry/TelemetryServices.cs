using FaceH5Portal.Core.Data;
using FaceH5Portal.Vendors.Watching;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FaceH5Portal.Web.Telemetry;

internal static class TelemetryServices
{
    // Their tags are patterns of routes, methods and codes. Sources of traces that are not ours name whole addresses, and
    // those hold links, so none of them is listened to.
    private static readonly string[] Meters = [VerificationTrace.Name, VendorCalls.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        services.AddSingleton<MetricsGate>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(VerificationTrace.Name))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        if (settings.Collector is { } collector)
            telemetry.WithTracing(traces => traces.AddSource(VerificationTrace.Name, VendorCalls.Name).AddOtlpExporter(options => options.Endpoint = collector));
        return services;
    }
}
