using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FaceH5Portal.Vendors.Http;

/// <summary>Sends one request through a named client and turns every way it can fail into a <see cref="VendorFault"/>.</summary>
internal static class VendorHttp
{
    /// <param name="client">Its pipeline decides about time-outs and retries.</param>
    /// <param name="request">Disposed by the caller.</param>
    /// <param name="maxBytes">Largest body to accept.</param>
    /// <param name="changesState">True when sending it twice would do harm.</param>
    /// <param name="ct">The caller's own cancellation, the only thing that throws.</param>
    public static async Task<HttpReply> SendAsync(HttpClient client, HttpRequestMessage request, int maxBytes, bool changesState, CancellationToken ct)
    {
        request.Options.Set(WholeBodyHandler.MaxBytes, maxBytes);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return new HttpReply(response.StatusCode, await response.Content.ReadAsByteArrayAsync(ct), null)
            {
                RetryAfter = response.Headers.RetryAfter,
                Date = response.Headers.Date,
            };
        }
        catch (Exception error) when (FaultOf(error, changesState) is { } fault)
        {
            ct.ThrowIfCancellationRequested();
            // The exception stays here: its text may name the host and, one day, the address with its token.
            return HttpReply.Of(fault);
        }
    }

    private static VendorFault? FaultOf(Exception error, bool changesState) => error switch
    {
        BrokenCircuitException open =>
            new(VendorFaultKind.CircuitOpen, null, "Too many calls to the vendor failed just now; nothing was sent.", false) { RetryAfter = open.RetryAfter },
        TimeoutRejectedException or OperationCanceledException =>
            new(VendorFaultKind.TimedOut, null, "The vendor did not answer in time.", changesState),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new(VendorFaultKind.Unreadable, "too-large", "The vendor's answer is larger than any we expect.", changesState),
        HttpRequestException { InnerException: AddressRefusedException } =>
            new(VendorFaultKind.Refused, "address-not-allowed", "The host leads to an address inside a network; nothing was sent.", false),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } =>
            new(VendorFaultKind.Unreachable, null, "No connection to the vendor.", false),
        HttpRequestException or IOException => new(VendorFaultKind.Unreachable, null, "The connection to the vendor broke.", changesState),
        _ => null,
    };
}
