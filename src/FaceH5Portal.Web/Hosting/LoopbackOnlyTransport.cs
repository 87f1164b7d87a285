using System.Net;
using FaceH5Portal.Core.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Web.Hosting;

/// <summary>
/// Refuses any address but loopback, however it was configured: there is no sign-in yet, so whoever reaches the
/// portal could act as anybody.
/// </summary>
internal sealed class LoopbackOnlyTransport(IOptions<SocketTransportOptions> options, ILoggerFactory logging)
    : IConnectionListenerFactory
{
    private readonly SocketTransportFactory sockets = new(options, logging);

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        endpoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address)
            ? sockets.BindAsync(endpoint, cancellationToken)
            : throw new PortalStartException(
                $"The portal has no sign-in yet and listens on loopback only; {endpoint} is refused. "
                + "Use an address such as http://localhost:5080.");
}
