using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>What the vendor's answer to "how did it end?" means for the token.</summary>
public enum VerdictMeaning
{
    Attempts,
    Comparing,
    NobodyTried,
    TokenRefused,
    NoAnswer,
}

public static class VerdictAnswer
{
    public static VerdictMeaning MeaningOf(VendorAnswer<VerificationRecord> answer) => answer.IsSuccess
        ? answer.Value.Attempts.Count > 0 ? VerdictMeaning.Attempts : VerdictMeaning.NobodyTried
        : answer.Fault.Kind != VendorFaultKind.Refused ? VerdictMeaning.NoAnswer
        : BaiduCodes.FamilyOf(answer.Fault.Code) switch
        {
            BaiduCodeFamily.InProgress => VerdictMeaning.Comparing,
            BaiduCodeFamily.NotStarted => VerdictMeaning.NobodyTried,
            BaiduCodeFamily.TokenDead or BaiduCodeFamily.OutsideWindow => VerdictMeaning.TokenRefused,
            _ => VerdictMeaning.NoAnswer,
        };
}
