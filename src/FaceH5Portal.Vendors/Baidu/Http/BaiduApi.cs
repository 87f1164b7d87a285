using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaceH5Portal.Vendors.Baidu.AccessTokens;
using FaceH5Portal.Vendors.Baidu.Quotas;
using FaceH5Portal.Vendors.Baidu.Reading;
using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Watching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Baidu.Http;

/// <summary>Sends API calls with an access token, once more with a new one when the gateway did not take the first, and not at all while the app has to wait.</summary>
internal sealed partial class BaiduApi(
    IHttpClientFactory clients, BaiduAccessTokens tokens, BaiduQuotas quotas, IOptionsMonitor<BaiduOptions> options, VendorCalls calls, TimeProvider clock, ILogger<BaiduApi> logger)
{
    public static readonly VendorFault NoCredentials =
        new(VendorFaultKind.Refused, "no-credentials", "The API key and secret key of Baidu are not set.", false);

    // The default would blow up every + of a base64 image to six characters; nothing here is shown in HTML.
    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private KnownCredentials? known;

    /// <summary>Of the options in force, which stay one object until they change.</summary>
    public BaiduCredentials? Credentials
    {
        get
        {
            var current = options.CurrentValue;
            if (known is not { } last || !ReferenceEquals(last.From, current))
                known = last = new KnownCredentials(current, BaiduCredentials.Of(current));
            return last.Credentials;
        }
    }

    public async Task<VendorAnswer<T>> CallAsync<T>(BaiduCredentials? credentials, BaiduCall call, Func<BaiduEnvelope, T?> read, CancellationToken ct)
        where T : class
    {
        if (credentials is null)
            return VendorAnswer.Failure<T>(NoCredentials);
        var quota = quotas.Of(credentials);
        var admitted = clock.GetUtcNow();
        if (quota.Wait(call.Lane, admitted) is { } wait)
            return VendorAnswer.Failure<T>(wait);
        using var watch = calls.Begin(call.Path);
        var answer = quota.Learn(call.Lane, admitted, await AuthorisedAsync(credentials, call, read, ct));
        watch.End(answer.Fault);
        if (answer.Fault is { } fault)
            Log.CallFailed(logger, call.Path, fault.Kind, fault.Code, answer.LogId);
        return answer;
    }

    private async Task<VendorAnswer<T>> AuthorisedAsync<T>(BaiduCredentials credentials, BaiduCall call, Func<BaiduEnvelope, T?> read, CancellationToken ct)
        where T : class
    {
        var app = tokens.Of(credentials);
        var access = await app.GetAsync(ct);
        if (!access.IsSuccess)
            return VendorAnswer.Failure<T>(access.Fault);
        var answer = await SendAsync(credentials, call, access.Value, read, ct);
        if (!WasAccessTokenRejected(answer.Fault))
            return answer;
        // Safe for commands too: the gateway turned the request away before anything ran.
        app.Reject(access.Value);
        access = await app.GetAsync(ct);
        return access.IsSuccess
            ? await SendAsync(credentials, call, access.Value, read, ct)
            : VendorAnswer.Failure<T>(access.Fault);
    }

    private static bool WasAccessTokenRejected(VendorFault? fault) =>
        fault is { Kind: VendorFaultKind.Gateway, Code: BaiduCodes.AccessTokenInvalid or BaiduCodes.AccessTokenExpired };

    private async Task<VendorAnswer<T>> SendAsync<T>(
        BaiduCredentials credentials, BaiduCall call, BaiduAccessToken access, Func<BaiduEnvelope, T?> read, CancellationToken ct)
        where T : class
    {
        var url = VendorUrl.At(credentials.ApiBaseUrl, $"{call.Path}?access_token={Uri.EscapeDataString(access.Value)}");
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(call.Parameters, Wire));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var client = clients.CreateClient(call.ChangesState ? BaiduHttpClients.Command : BaiduHttpClients.Query);
        var sent = clock.GetUtcNow();
        var reply = await VendorHttp.SendAsync(client, request, call.MaxBytes, call.ChangesState, ct);
        calls.HearClock(sent, reply.Date);
        return AnswerReading.Read(reply, call, read).AfterWaiting(reply.WaitFrom(clock.GetUtcNow()));
    }

    private sealed record KnownCredentials(BaiduOptions From, BaiduCredentials? Credentials);

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Warning, "Baidu call {Path} failed: {Kind} {Code} (log id {LogId}).")]
        public static partial void CallFailed(ILogger logger, string path, VendorFaultKind kind, string? code, string? logId);
    }
}
