using Polly.Timeout;

namespace FaceH5Portal.Simulation.Tests.Wires;

/// <summary>
/// Stands where the product's resilience pipeline stands, which keeps real time by design: its breaker would count the
/// failures of three days as those of one second. A question has its second try here too; an open breaker is a fault of the wire.
/// </summary>
internal sealed class QuickRetry : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if ((int)answer.StatusCode < 500)
                return answer;
            answer.Dispose();
        }
        catch (Exception exception) when (IsTransient(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
        return await base.SendAsync(request, cancellationToken);
    }

    private static bool IsTransient(Exception exception) => exception is TimeoutRejectedException
        or HttpRequestException { HttpRequestError: not HttpRequestError.ConfigurationLimitExceeded };
}
