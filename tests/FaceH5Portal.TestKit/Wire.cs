using Microsoft.Extensions.Http;

namespace FaceH5Portal.TestKit;

/// <summary>
/// The cable to the vendor, behind everything the product puts before it. It leads to one place only, and it can
/// lose or change an answer after the vendor has acted.
/// </summary>
public sealed class Wire(Uri allowed) : IHttpMessageHandlerBuilderFilter
{
    private string? losing;
    private string? cut;
    private (string Path, Func<HttpResponseMessage, Task> Act)? between;

    /// <summary>From now on the vendor does what this path asks, and nobody hears of it.</summary>
    public void LoseAnswersOf(string path) => losing = path;

    /// <summary>From now on nobody listens where this path leads: no connection, so nothing reaches the vendor.</summary>
    public void Cut(string path) => cut = path;

    /// <summary>From now on this is done between the vendor's answer to this path and the portal's hearing of it.</summary>
    public void BeforeHearingOf(string path, Func<HttpResponseMessage, Task> act) => between = (path, act);

    public void Mend() => (losing, cut, between) = (null, null, null);

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        builder.AdditionalHandlers.Add(new End(this));
    };

    private sealed class End(Wire wire) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var target = request.RequestUri!;
            if (target.Authority != wire.Allowed.Authority)
                throw new InvalidOperationException($"Unplanned call to {target.Authority}.");
            if (wire.cut is { } gone && target.AbsolutePath.EndsWith(gone, StringComparison.Ordinal))
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody listens.");
            var answer = await base.SendAsync(request, cancellationToken);
            if (wire.between is var (place, act) && target.AbsolutePath.Contains(place, StringComparison.Ordinal))
                await act(answer);
            if (wire.losing is not { } path || !target.AbsolutePath.EndsWith(path, StringComparison.Ordinal))
                return answer;
            answer.Dispose();
            throw new HttpRequestException("The answer was lost on the way.");
        }
    }

    private Uri Allowed { get; } = allowed;
}
