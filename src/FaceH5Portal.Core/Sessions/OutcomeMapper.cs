using FaceH5Portal.Core.Plans;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Baidu.Codes;

namespace FaceH5Portal.Core.Sessions;

/// <summary>What an attempt means in our words; null where nobody says whether it was charged.</summary>
public sealed record AttemptMeaning(Outcome Outcome, RetryWith RetryWith, bool? IsCharged);

/// <summary>Translates the vendor's table of codes. A code nobody knows is an uncertain outcome, not a crash.</summary>
public static class OutcomeMapper
{
    public static AttemptMeaning Of(VendorAttempt told, PlanTerms terms)
    {
        var outcome = told.Passed ? Outcome.Match : OfFailure(told);
        var entry = EntryOf(told.Code, outcome);
        return new AttemptMeaning(outcome, Of(entry.RetryWith), told.IsCharged ?? OfCharge(entry.Charged, terms));
    }

    /// <summary>What the table alone says of an attempt's charge, whatever the bill has; null where it does not say.</summary>
    public static bool? ExpectedCharge(Attempt attempt, PlanTerms terms) => OfCharge(EntryOf(attempt.Code, attempt.Outcome).Charged, terms);

    /// <summary>The table's row for a code; no source tells the code of a score below the mark, so its own row speaks for whatever it is.</summary>
    public static BaiduCodeEntry EntryOf(string? code, Outcome? outcome) =>
        BaiduCodeTable.Of(code) is { Family: BaiduCodeFamily.Unknown } && outcome == Outcome.NoMatch
            ? BaiduCodeTable.Of(BaiduCodes.BelowThreshold)
            : BaiduCodeTable.Of(code);

    /// <summary>A wrong identity stays wrong, unless the person gives it anew with every attempt.</summary>
    public static bool MayTryAgain(Attempt attempt, PlanTerms terms) => attempt.RetryWith != RetryWith.Never
        || (terms.TakesIdentityOnPage && EntryOf(attempt.Code, attempt.Outcome).NextStep == BaiduNextStep.CorrectIdentity);

    private static Outcome OfFailure(VendorAttempt told) => BaiduCodeTable.Of(told.Code).Family switch
    {
        BaiduCodeFamily.NoMatch => Outcome.NoMatch,
        BaiduCodeFamily.IdentityMismatch or BaiduCodeFamily.IdentityFormat => Outcome.IdentityMismatch,
        BaiduCodeFamily.IdentityNotFound => Outcome.IdentityNotFound,
        BaiduCodeFamily.NoPortraitOnFile => Outcome.NoPortraitOnFile,
        BaiduCodeFamily.FaceQuality or BaiduCodeFamily.ImageRejected => Outcome.PhotoUnusable,
        BaiduCodeFamily.LivenessFailed or BaiduCodeFamily.SyntheticImage => Outcome.LivenessFailed,
        BaiduCodeFamily.ServiceUnavailable or BaiduCodeFamily.SetUpFault or BaiduCodeFamily.AccessToken
            or BaiduCodeFamily.InvalidRequest => Outcome.ProviderError,
        BaiduCodeFamily.Unknown when told.Score < told.Threshold => Outcome.NoMatch,
        _ => Outcome.Uncertain,
    };

    public static RetryWith Of(VendorRetryWith retryWith) => retryWith switch
    {
        VendorRetryWith.SameRequest => RetryWith.SameRequest,
        VendorRetryWith.NewPhoto => RetryWith.NewPhoto,
        VendorRetryWith.Later => RetryWith.Later,
        VendorRetryWith.Never => RetryWith.Never,
        _ => throw new ArgumentOutOfRangeException(nameof(retryWith), retryWith, "A word of the table without one of ours."),
    };

    private static bool? OfCharge(VendorCharged charged, PlanTerms terms) => charged switch
    {
        VendorCharged.Yes => terms.Source != ComparisonSource.LivenessOnly,
        VendorCharged.No => false,
        _ => null,
    };
}
