using System.Net;
using System.Net.Sockets;

namespace FaceH5Portal.Vendors.Http;

/// <summary>Finds a host's addresses; a host that is an address already stands for itself.</summary>
internal delegate Task<IPAddress[]> HostResolver(string host, CancellationToken ct);

/// <summary>Whether a host may be reached at an address that its name led to.</summary>
internal delegate bool AddressRule(string host, IPAddress address);

/// <summary>
/// Connects to the very addresses it has checked: a name that may be asked can still be made to lead inside, and be made so between a check
/// and a connection.
/// </summary>
internal sealed class GuardedConnection(HostResolver resolve, AddressRule mayReach)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await resolve(host, ct);
        var checkedOnes = IsProxy(context) ? found : Array.FindAll(found, address => mayReach(host, address));
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

    /// <summary>A proxy is of the operator's own choice, may well stand inside, and does its own asking for names.</summary>
    private static bool IsProxy(SocketsHttpConnectionContext context) =>
        HttpClient.DefaultProxy.GetProxy(context.InitialRequestMessage.RequestUri!) is { } proxy
        && proxy.IdnHost == context.DnsEndPoint.Host && proxy.Port == context.DnsEndPoint.Port;
}
