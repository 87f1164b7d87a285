using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>The vendors' words in ours: one model for the capture and for photos.</summary>
public static class PhotoMeanings
{
    public static Outcome Of(PhotoOutcome outcome) => outcome switch
    {
        PhotoOutcome.Match => Outcome.Match,
        PhotoOutcome.NoMatch => Outcome.NoMatch,
        PhotoOutcome.Uncertain => Outcome.Uncertain,
        PhotoOutcome.IdentityMismatch => Outcome.IdentityMismatch,
        PhotoOutcome.IdentityNotFound => Outcome.IdentityNotFound,
        PhotoOutcome.NoPortraitOnFile => Outcome.NoPortraitOnFile,
        PhotoOutcome.PhotoUnusable => Outcome.PhotoUnusable,
        PhotoOutcome.LivenessFailed => Outcome.LivenessFailed,
        PhotoOutcome.ProviderError => Outcome.ProviderError,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without one of ours."),
    };

    public static RetryWith Of(VendorRetryWith retryWith) => OutcomeMapper.Of(retryWith);
}
