using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Vendors.Baidu.AccessTokens;

/// <summary>The access token of one app: fetched once however many ask, renewed early, thrown away when rejected. Failures are not kept.</summary>
internal sealed partial class AppAccessToken(BaiduCredentials credentials, BaiduTokenEndpoint endpoint, TimeProvider clock, ILogger logger)
{
    private readonly Lock _gate = new();
    private BaiduAccessToken? _token;
    private Task<VendorAnswer<BaiduAccessToken>>? _renewal;

    public Task<VendorAnswer<BaiduAccessToken>> GetAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            if (_token is { } token && token.ServesAt(clock.GetUtcNow()))
                return Task.FromResult(VendorAnswer.Success(token));
            if (_renewal is null or { IsCompleted: true })
                _renewal = RenewAsync();
            return _renewal.WaitAsync(ct);
        }
    }

    /// <summary>Forgets the token the vendor did not take, unless another caller has replaced it already.</summary>
    public void Reject(BaiduAccessToken token)
    {
        lock (_gate)
        {
            if (_token?.Value != token.Value)
                return;
            _token = null;
        }
        Log.Rejected(logger, credentials.Id);
    }

    private async Task<VendorAnswer<BaiduAccessToken>> RenewAsync()
    {
        // Others wait for the same token, so one caller's cancellation must not end the request; the client has a deadline of its own.
        var answer = await endpoint.FetchAsync(credentials, CancellationToken.None);
        lock (_gate)
        {
            if (answer.IsSuccess)
            {
                _token = answer.Value;
                Log.Fetched(logger, credentials.Id, answer.Value.DiesAt);
                return answer;
            }
            Log.NotFetched(logger, credentials.Id, answer.Fault.Kind, answer.Fault.Code);
            if (_token is not { } old || clock.GetUtcNow() >= old.DiesAt)
                return answer;
            // The old token still works: that is no reason to ask for a new one with every call.
            _token = old with { RenewAt = clock.GetUtcNow() + (answer.Fault.RetryAfter ?? BaiduLimits.RenewalPause) };
            return VendorAnswer.Success(_token);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Fetched an access token for Baidu app {CredentialId}, valid until {DiesAt:O}.")]
        public static partial void Fetched(ILogger logger, string credentialId, DateTimeOffset diesAt);

        [LoggerMessage(2, LogLevel.Warning, "No access token for Baidu app {CredentialId}: {Kind} {Code}.")]
        public static partial void NotFetched(ILogger logger, string credentialId, VendorFaultKind kind, string? code);

        [LoggerMessage(3, LogLevel.Warning, "Baidu rejected the access token of app {CredentialId} before its time.")]
        public static partial void Rejected(ILogger logger, string credentialId);
    }
}
