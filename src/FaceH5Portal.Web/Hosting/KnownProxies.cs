using System.Net;
using FaceH5Portal.Core.Data;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace FaceH5Portal.Web.Hosting;

/// <summary>Whose word is taken about the address and the scheme a person really came with: nobody's unless named.</summary>
internal static class KnownProxies
{
    /// <exception cref="PortalStartException">An entry is neither an address nor a network.</exception>
    public static IReadOnlyList<IPNetwork> Read(string? list, string setting = "Portal:KnownProxies") =>
    [
        .. (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(entry => ReadEntry(entry, setting)),
    ];

    public static IServiceCollection AddKnownProxies(this IServiceCollection services, IReadOnlyList<IPNetwork> proxies) =>
        // Last, so that no environment variable of the framework opens this to everybody.
        services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
                options.KnownIPNetworks.Add(proxy);
            // A chain is followed for as long as each link of it is known.
            options.ForwardLimit = null;
        });

    private static IPNetwork ReadEntry(string entry, string setting)
    {
        if (IPNetwork.TryParse(entry, out var network))
            return network;
        return IPAddress.TryParse(entry, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new PortalStartException(
                $"{setting} holds \"{entry}\". Each entry must be an address such as 127.0.0.1, or a network such as 10.1.0.0/16.");
    }
}
