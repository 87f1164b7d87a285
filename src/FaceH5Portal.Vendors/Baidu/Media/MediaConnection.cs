using System.Net;
using System.Net.Sockets;
using FaceH5Portal.Vendors.Http;

namespace FaceH5Portal.Vendors.Baidu.Media;

/// <summary>Finds a host's addresses; a host that is an address already stands for itself.</summary>
internal delegate Task<IPAddress[]> HostResolver(string host, CancellationToken ct);

/// <summary>
/// Connects to addresses out on the internet only, and to the very ones it has checked: a name that may be asked can still be made to lead
/// inside, and be made so between a check and a connection.
/// </summary>
internal sealed class MediaConnection(HostResolver resolve)
{
    private static readonly IPNetwork[] Inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await resolve(host, ct);
        var checkedOnes = IsProxy(context) ? found : Array.FindAll(found, address => MayReach(host, address));
        if (checkedOnes.Length == 0)
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(checkedOnes, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>This machine may be reached where a setting names it outright, as with the sandbox: other hosts' names never lead there.</summary>
    internal static bool MayReach(string host, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) ? IsThisMachine(host) : !Array.Exists(Inner, network => network.Contains(plain));
    }

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var literal) && IPAddress.IsLoopback(literal));

    /// <summary>A proxy is of the operator's own choice, may well stand inside, and does its own asking for names.</summary>
    private static bool IsProxy(SocketsHttpConnectionContext context) =>
        HttpClient.DefaultProxy.GetProxy(context.InitialRequestMessage.RequestUri!) is { } proxy
        && proxy.IdnHost == context.DnsEndPoint.Host && proxy.Port == context.DnsEndPoint.Port;
}
