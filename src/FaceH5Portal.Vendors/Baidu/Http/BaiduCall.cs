using FaceH5Portal.Vendors.Baidu.Quotas;

namespace FaceH5Portal.Vendors.Baidu.Http;

/// <summary>One API call and what is special about it.</summary>
internal sealed record BaiduCall(string Path, IReadOnlyDictionary<string, object> Parameters)
{
    /// <summary>Mints, changes or costs: sent once, and an unclear end is reported as such.</summary>
    public bool ChangesState { get; init; }

    /// <summary>Answered only where the account has V4 activated, with quota left.</summary>
    public bool NeedsPaidService { get; init; }

    public BaiduLane Lane => ChangesState ? BaiduLane.Commands : NeedsPaidService ? BaiduLane.PaidQueries : BaiduLane.Queries;

    /// <summary>Only <c>result/detail</c>: a failing verdict comes in the shape of a failed request.</summary>
    public bool VerdictIsAnAnswer { get; init; }

    public int MaxBytes { get; init; } = BaiduLimits.MaxAnswerBytes;

    /// <summary>Must not come back in a message, should the vendor quote it.</summary>
    public string PersonName { get; init; } = "";
}
