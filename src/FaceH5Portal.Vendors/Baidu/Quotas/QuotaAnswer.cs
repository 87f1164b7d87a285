using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.Quotas;

/// <summary>An answer that tells an app to wait: with which code, whom, and for how long.</summary>
/// <param name="Code">The vendor's code, or <c>http-429</c> and the like.</param>
/// <param name="Lanes">Who has to wait.</param>
/// <param name="Length">How long; null for a pause that grows with every such answer.</param>
internal sealed record QuotaAnswer(string Code, IReadOnlyList<BaiduLane> Lanes, TimeSpan? Length)
{
    private const string TooManyRequests = "http-429";

    private static readonly BaiduLane[] Everybody = Enum.GetValues<BaiduLane>();

    /// <summary>Null for an answer that is about something else.</summary>
    public static QuotaAnswer? Of(VendorFault fault, string? logId, BaiduLane lane, DateTimeOffset now) => fault switch
    {
        { Kind: VendorFaultKind.Gateway, Code: BaiduCodes.DailyLimit } => new(fault.Code, [lane], fault.RetryAfter ?? BeijingTime.UntilMidnight(now)),
        { Kind: VendorFaultKind.Gateway, Code: BaiduCodes.TotalLimit } => new(fault.Code, [lane], fault.RetryAfter ?? BaiduLimits.TotalQuotaPause),
        // The gateway gives no log id; one shows that the solution passes on what V4 behind it said, and the rest of the app is well.
        { Kind: VendorFaultKind.Gateway, Code: BaiduCodes.QuotaOrRate } when logId is not null && lane == BaiduLane.PaidQueries =>
            new(fault.Code, [lane], fault.RetryAfter),
        { Kind: VendorFaultKind.Gateway, Code: BaiduCodes.ClusterLimit or BaiduCodes.QuotaOrRate or TooManyRequests } => new(fault.Code, Everybody, fault.RetryAfter),
        // An open breaker also says when to come back, but that is not the vendor's word.
        { Kind: not VendorFaultKind.CircuitOpen, RetryAfter: not null } => new(fault.Code ?? "", Everybody, fault.RetryAfter),
        _ => null,
    };
}
