namespace FaceH5Portal.Vendors.Http;

/// <summary>
/// Reads the whole body before handing the answer on. It sits inside the resilience pipeline, so that time-outs cover a body that trickles
/// and a query whose body breaks off is tried again; and it stops at the request's limit.
/// </summary>
internal sealed class WholeBodyHandler : DelegatingHandler
{
    public static readonly HttpRequestOptionsKey<int> MaxBytes = new("FaceH5Portal.MaxBytes");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(MaxBytes, out int limit))
            throw new InvalidOperationException("A vendor request must say how large its answer may be.");
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(limit, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
