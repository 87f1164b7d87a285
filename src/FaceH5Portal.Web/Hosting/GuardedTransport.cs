using System.Net;
using FaceH5Portal.Core.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Web.Hosting;

/// <summary>
/// Refuses any address but loopback, however it was configured, while the portal is reached over plain http or lets
/// people in with one click. Beyond that plain http is refused request by request.
/// </summary>
internal sealed class GuardedTransport(PortalSettings settings, IOptions<SocketTransportOptions> options, ILoggerFactory logging)
    : IConnectionListenerFactory
{
    private readonly SocketTransportFactory sockets = new(options, logging);

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var isLoopback = endpoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address);
        if (!isLoopback && WhyLoopbackOnly() is { } why)
            throw new PortalStartException($"{why} so the portal listens on loopback only; {endpoint} is refused.");
        return sockets.BindAsync(endpoint, cancellationToken);
    }

    private string? WhyLoopbackOnly()
    {
        if (settings.OffersDemo)
            return "In Development with the sandbox anybody is let in with one click,";
        return settings.PublicBaseUrl.Scheme == Uri.UriSchemeHttps ? null
            : $"Portal:PublicBaseUrl is {settings.PublicBaseUrl} and no https address under which people reach the portal,";
    }
}
