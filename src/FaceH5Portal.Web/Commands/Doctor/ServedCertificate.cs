using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>The certificate that an address shows to whoever comes, and what a browser would hold against it.</summary>
internal sealed record ServedCertificate(DateTime EndUtc, SslPolicyErrors Faults)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Null where none was shown.</summary>
    public static async Task<ServedCertificate?> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        ServedCertificate? shown = null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(address.IdnHost, address.Port, patience.Token);
            await using var tls = new SslStream(line.GetStream());
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = address.IdnHost,
                RemoteCertificateValidationCallback = (_, certificate, _, faults) =>
                {
                    if (certificate is X509Certificate2 { NotAfter: var end })
                        shown = new ServedCertificate(end.ToUniversalTime(), faults);
                    return faults == SslPolicyErrors.None;
                },
            }, patience.Token);
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException or OperationCanceledException)
        {
            // What was seen by then is the answer; nothing at all is one too.
            cancellationToken.ThrowIfCancellationRequested();
        }
        return shown;
    }
}
