using System.Net;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Hosting;

namespace FaceH5Portal.Web.Telemetry;

/// <summary>Who may read the meters, and where traces go.</summary>
public sealed record TelemetrySettings
{
    /// <summary>From where beside this machine.</summary>
    public IReadOnlyList<IPNetwork> MetricsFrom { get; init; } = [];

    /// <summary>A collector of OpenTelemetry; null where traces go nowhere.</summary>
    public Uri? Collector { get; init; }

    /// <exception cref="PortalStartException">A setting is there and cannot be used.</exception>
    public static TelemetrySettings Read(IConfigurationSection section) => new()
    {
        MetricsFrom = KnownProxies.Read(section["MetricsFrom"], $"{section.Path}:MetricsFrom"),
        Collector = section["OtlpEndpoint"] switch
        {
            null or "" => null,
            var text when Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" => address,
            var other => throw new PortalStartException($"{section.Path}:OtlpEndpoint is \"{other}\". It must be an http or https address, such as http://localhost:4317."),
        },
    };
}
