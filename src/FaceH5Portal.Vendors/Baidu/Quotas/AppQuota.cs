using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Vendors.Baidu.Quotas;

/// <summary>
/// Whether an app may ask just now. What the vendor said is kept in memory alone: after a restart one call meets the limit again, which is cheap.
/// </summary>
internal sealed partial class AppQuota(string credentialId, TimeProvider clock, ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<BaiduLane, LanePause> _lanes = Enum.GetValues<BaiduLane>().ToDictionary(lane => lane, _ => new LanePause());

    /// <summary>Null when a call that comes now may be sent.</summary>
    public VendorFault? Wait(BaiduLane lane, DateTimeOffset now)
    {
        lock (_gate)
        {
            var pause = _lanes[lane];
            return pause.LeftAt(now) is { } left
                ? new VendorFault(VendorFaultKind.Paused, pause.Code, $"Baidu told this app to wait ({pause.Code}); nothing was sent.", false) { RetryAfter = left }
                : null;
        }
    }

    /// <summary>Takes note of how a call ended, and tells its caller how long to wait where that was a limit.</summary>
    public VendorAnswer<T> Learn<T>(BaiduLane lane, DateTimeOffset admitted, VendorAnswer<T> answer)
        where T : class
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (answer.Fault is null or { Kind: VendorFaultKind.Refused })
                _lanes[lane].Pass(admitted);
            if (answer.Fault is not { } fault || QuotaAnswer.Of(fault, answer.LogId, lane, now) is not { } quota)
                return answer;
            foreach (var held in quota.Lanes)
                _lanes[held].Hold(admitted, now, quota);
            var left = _lanes[lane].LeftAt(now);
            Log.Paused(logger, credentialId, quota.Code, left, string.Join(", ", quota.Lanes));
            return answer.AfterWaiting(left);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Warning, "Baidu told app {CredentialId} to wait ({Code}): {Left} for {Lanes}.")]
        public static partial void Paused(ILogger logger, string credentialId, string code, TimeSpan? left, string lanes);
    }
}
