using System.Net;
using FaceH5Portal.Vendors.Http;

namespace FaceH5Portal.Vendors.Baidu.Media;

/// <summary>Connects a download to addresses out on the internet only, whatever its host is called.</summary>
internal sealed class MediaConnection(HostResolver resolve)
{
    private readonly GuardedConnection _guarded = new(resolve, MayReach);

    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct) => _guarded.ConnectAsync(context, ct);

    /// <summary>This machine may be reached where a setting names it outright, as with the sandbox: other hosts' names never lead there.</summary>
    internal static bool MayReach(string host, IPAddress address) => InnerNetworks.IsThisMachine(address)
        ? InnerNetworks.NamesThisMachine(host) : !InnerNetworks.Contain(address);
}
