using System.Net;

namespace FaceH5Portal.Vendors.Http;

/// <summary>Addresses that are not out on the internet.</summary>
internal static class InnerNetworks
{
    private static readonly IPNetwork[] Inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static bool Contain(IPAddress address) => Array.Exists(Inner, network => network.Contains(Plain(address)));

    public static bool IsThisMachine(IPAddress address) => IPAddress.IsLoopback(Plain(address));

    /// <summary>Whether a host says outright that it is this machine; another name that leads here does not.</summary>
    public static bool NamesThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var literal) && IPAddress.IsLoopback(literal));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
