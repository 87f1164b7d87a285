using System.Text.Json;
using FaceH5Portal.Vendors.Baidu.Http;
using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.AccessTokens;

/// <summary>Asks for an access token. The secrets travel in the body, never in the address, and the answer is never kept raw: it holds secrets too.</summary>
internal sealed class BaiduTokenEndpoint(IHttpClientFactory clients, TimeProvider clock)
{
    public async Task<VendorAnswer<BaiduAccessToken>> FetchAsync(BaiduCredentials credentials, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, VendorUrl.At(credentials.ApiBaseUrl, BaiduUrls.AccessToken));
        request.Content = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", credentials.ApiKey),
            new("client_secret", credentials.SecretKey),
        ]);
        using var client = clients.CreateClient(BaiduHttpClients.Token);
        var sent = clock.GetUtcNow();
        var reply = await VendorHttp.SendAsync(client, request, BaiduLimits.MaxAnswerBytes, changesState: false, ct);
        var answer = reply.Fault is { } fault
            ? VendorAnswer.Failure<BaiduAccessToken>(fault)
            : JsonReading.Read(reply.Text, root => Read(root, reply, credentials, sent)) ?? Unreadable(reply);
        return answer.AfterWaiting(reply.WaitFrom(clock.GetUtcNow()));
    }

    private VendorAnswer<BaiduAccessToken>? Read(JsonElement root, HttpReply reply, BaiduCredentials credentials, DateTimeOffset sent)
    {
        if (reply.IsSuccessStatus && root.Text("access_token") is { } token)
            return VendorAnswer.Success(BaiduAccessToken.Fresh(token, Life(root), clock.GetUtcNow()) with
            {
                Scopes = root.Text("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                // The vendor read its clock somewhere between question and answer.
                ClockAhead = sent + ((clock.GetUtcNow() - sent) / 2) - reply.Date,
            });
        if ((root.Text("error") ?? root.Text("error_code")) is not { } code)
            return null;
        string words = VendorWords.Tidy(root.Text("error_description") ?? root.Text("error_msg"), credentials.ApiKey, credentials.SecretKey);
        return VendorAnswer.Failure<BaiduAccessToken>(new VendorFault(
            BaiduCodes.IsGateway(code) ? VendorFaultKind.Gateway : VendorFaultKind.Refused, code, $"Baidu gave no access token ({code}): {words}", false));
    }

    private static TimeSpan Life(JsonElement root)
    {
        var stated = root.Whole("expires_in") is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : BaiduLimits.UnstatedAccessTokenLife;
        return stated < BaiduLimits.AccessTokenLife ? stated : BaiduLimits.AccessTokenLife;
    }

    private static VendorAnswer<BaiduAccessToken> Unreadable(HttpReply reply) =>
        VendorAnswer.Failure<BaiduAccessToken>(new VendorFault(
            reply.IsTooManyRequests ? VendorFaultKind.Gateway : VendorFaultKind.Unreadable, reply.IsSuccessStatus ? null : reply.StatusCode, "Baidu's answer to the request for an access token cannot be understood.", false));
}
