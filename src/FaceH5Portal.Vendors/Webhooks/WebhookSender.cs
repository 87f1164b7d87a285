using System.Diagnostics;
using System.Net;
using System.Text;
using FaceH5Portal.Vendors.Http;

namespace FaceH5Portal.Vendors.Webhooks;

/// <summary>
/// Makes one attempt to deliver a message. It follows no redirect, keeps no cookie, connects only where <see cref="WebhookReach"/> lets it,
/// waits no longer than <see cref="Patience"/> and reads no more than <see cref="MostAnswerBytes"/>. Every end is a value.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    /// <summary>How much of an answer is read.</summary>
    public const int MostAnswerBytes = 4 * 1024;

    private const int MostHeaderKilobytes = 16;
    private const int MostHeaderLetters = 4 * 1024;

    private readonly HttpClient _http;
    private readonly TimeProvider _clock;

    /// <param name="reach">Where it may be sent to.</param>
    /// <param name="clock">Against which a receiver's date to try again is held.</param>
    public WebhookSender(WebhookReach reach, TimeProvider clock)
        : this(reach, clock, Dns.GetHostAddressesAsync)
    {
    }

    internal WebhookSender(WebhookReach reach, TimeProvider clock, HostResolver resolve)
    {
        _clock = clock;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A receiver is a stranger: it gets the headers that are logged, and no trace of ours.
            ActivityHeadersPropagator = null,
            ConnectCallback = new GuardedConnection(resolve, reach.MayReach).ConnectAsync,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            // A body that is cut off is not read to its end to save the connection.
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>How long an attempt may take, answer included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Sends it once.</summary>
    /// <param name="call">What is sent.</param>
    /// <param name="ct">The caller's own cancellation, the only thing that throws.</param>
    public async Task<WebhookReply> SendAsync(WebhookCall call, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        long began = Stopwatch.GetTimestamp();
        // A network keeps real time; the product's clock can be moved by hours.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var request = RequestOf(call);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            (string body, bool isCut) = await BeginningOfAsync(response, patience.Token);
            return new WebhookReply
            {
                Status = (int)response.StatusCode,
                Headers = TextOf(response),
                Body = body,
                IsCut = isCut,
                RetryAfter = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - _clock.GetUtcNow(),
                Took = Stopwatch.GetElapsedTime(began),
            };
        }
        catch (Exception error) when (FaultOf(error) is { } fault)
        {
            ct.ThrowIfCancellationRequested();
            // The exception stays here: its text may name the address.
            return new WebhookReply { Fault = fault, Took = Stopwatch.GetElapsedTime(began) };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage RequestOf(WebhookCall call)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, call.Url) { Content = new ReadOnlyMemoryContent(call.Body) };
        foreach ((string name, string value) in call.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    /// <summary>Once there is a status the receiver has decided; a body that breaks off or trickles changes nothing about it.</summary>
    private static async Task<(string Text, bool IsCut)> BeginningOfAsync(HttpResponseMessage response, CancellationToken ct)
    {
        byte[] read = new byte[MostAnswerBytes + 1];
        int length = 0;
        bool isWhole = false;
        try
        {
            using var body = await response.Content.ReadAsStreamAsync(ct);
            while (length < read.Length && await body.ReadAsync(read.AsMemory(length), ct) is var more and > 0)
                length += more;
            isWhole = length < read.Length;
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or HttpRequestException)
        {
            // What came until then is shown, and that it was cut.
        }
        return (Encoding.UTF8.GetString(read, 0, Math.Min(length, MostAnswerBytes)), !isWhole);
    }

    private static string TextOf(HttpResponseMessage response)
    {
        string text = string.Join('\n', response.Headers.Concat(response.Content.Headers).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
        return text.Length <= MostHeaderLetters ? text : text[..MostHeaderLetters];
    }

    private static WebhookFault? FaultOf(Exception error) => error switch
    {
        OperationCanceledException => WebhookFault.TimedOut,
        HttpRequestException { InnerException: AddressRefusedException } => WebhookFault.AddressRefused,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } => WebhookFault.Unreadable,
        HttpRequestException or IOException => WebhookFault.Unreachable,
        _ => null,
    };
}
