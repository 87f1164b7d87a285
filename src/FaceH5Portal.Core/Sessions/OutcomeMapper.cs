using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Sessions;

/// <summary>Baidu's verdict codes in our words. A code nobody knows is an uncertain outcome, not a crash.</summary>
public static class OutcomeMapper
{
    public static (Outcome Outcome, RetryWith RetryWith) Of(bool passed, string code) =>
        passed ? (Outcome.Match, RetryWith.Never) : OfFailure(BaiduCodes.FamilyOf(code));

    private static (Outcome, RetryWith) OfFailure(BaiduCodeFamily family) => family switch
    {
        BaiduCodeFamily.NoMatch => (Outcome.NoMatch, RetryWith.SameRequest),
        BaiduCodeFamily.IdentityMismatch or BaiduCodeFamily.IdentityFormat => (Outcome.IdentityMismatch, RetryWith.Never),
        BaiduCodeFamily.IdentityNotFound => (Outcome.IdentityNotFound, RetryWith.Never),
        BaiduCodeFamily.NoPortraitOnFile => (Outcome.NoPortraitOnFile, RetryWith.Never),
        BaiduCodeFamily.FaceQuality => (Outcome.PhotoUnusable, RetryWith.SameRequest),
        BaiduCodeFamily.ImageRejected => (Outcome.PhotoUnusable, RetryWith.NewPhoto),
        BaiduCodeFamily.LivenessFailed or BaiduCodeFamily.SyntheticImage => (Outcome.LivenessFailed, RetryWith.SameRequest),
        BaiduCodeFamily.ServiceUnavailable => (Outcome.ProviderError, RetryWith.Later),
        _ => (Outcome.Uncertain, RetryWith.SameRequest),
    };
}
