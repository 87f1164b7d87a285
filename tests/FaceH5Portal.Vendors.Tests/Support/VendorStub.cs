using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>Stands where the network would be. Answers in the order they were planned; an unplanned call fails the test.</summary>
internal sealed class VendorStub : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<CancellationToken, Task<HttpResponseMessage>>>> _plans = new();
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private int _tokens;

    public IReadOnlyList<RecordedCall> Calls => [.. _calls];

    public IReadOnlyList<RecordedCall> CallsTo(string path) => [.. _calls.Where(call => call.Path == path)];

    /// <summary>While nothing else is planned for it, the token endpoint gives out token-1, token-2 and so on.</summary>
    public string TokenLife { get; set; } = "2592000";

    public VendorStub Plan(string path, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _plans.GetOrAdd(path, _ => new()).Enqueue(answer);
        return this;
    }

    public VendorStub Plan(string path, string body, HttpStatusCode status = HttpStatusCode.OK) =>
        Plan(path, _ => Task.FromResult(Answer(body, status)));

    public VendorStub Plan(string path, byte[] body) =>
        Plan(path, _ => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) }));

    public VendorStub PlanFailure(string path, Exception error) => Plan(path, _ => Task.FromException<HttpResponseMessage>(error));

    public VendorStub PlanSilence(string path) => Plan(path, async ct =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, ct);
        throw new InvalidOperationException("Silence does not end.");
    });

    public static HttpResponseMessage Answer(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var call = new RecordedCall(request.Method, request.RequestUri!, request.Content?.Headers.ContentType?.ToString(), body);
        _calls.Enqueue(call);
        if (_plans.TryGetValue(call.Path, out var plans) && plans.TryDequeue(out var answer))
            return await answer(cancellationToken);
        return call.Path == Paths.Token
            ? Answer($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","expires_in":{{TokenLife}}}""")
            : throw new InvalidOperationException($"Nobody planned a call to {call.Path}.");
    }
}
