using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Core.Sessions;

/// <summary>A line of the list; the name is masked.</summary>
public sealed record SessionRow(
    Guid Id, string? MaskedName, string? Reference, string PlanName, SessionStatus Status, Outcome? Outcome, string? Reason,
    ReviewState Review, PrivacyState Privacy, DateTime CreatedAtUtc, DateTime LinkExpiresUtc);

/// <summary>Everything the session page shows, personal data masked.</summary>
public sealed record SessionDetail(
    SessionRow Row, PlanTerms Terms, string? MaskedNumber, HarvestState Harvest, Uri? Link,
    VendorWindows Windows, IReadOnlyList<Attempt> Attempts, IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<LedgerEntry> Charges)
{
    public PrivacyState Privacy => Row.Privacy;

    /// <summary>Without the link.</summary>
    public override string ToString() => $"session {Row.Id}";

    /// <summary>Who answers for a verdict that could not be had, and why.</summary>
    public string? ResolvedBy { get; init; }

    public string? ResolvedReason { get; init; }

    /// <summary>When the person asked for another way than their face.</summary>
    public DateTime? OtherWayAtUtc { get; init; }

    public DateTime? WithdrawnAtUtc { get; init; }

    /// <summary>Since when it is out of the way of daily work.</summary>
    public DateTime? ArchivedAtUtc { get; init; }

    /// <summary>What the person agreed to, oldest first.</summary>
    public IReadOnlyList<GivenConsent> Consents { get; init; } = [];
}

/// <summary>A consent, and the words it was given to.</summary>
public sealed record GivenConsent(Guid Id, string TextVersion, string TextSha256, string Language, DateTime GivenAtUtc, string Act, string Text);

/// <summary>When the vendor forgets: the unused token, the media, the results. Null where nothing runs yet.</summary>
public sealed record VendorWindows(DateTime? TokenUntilUtc, DateTime? MediaUntilUtc, DateTime? ResultsUntilUtc)
{
    public static VendorWindows Of(DateTime? mintedUtc, DateTime? verifiedUtc) =>
        new(mintedUtc + TokenWindows.Use, verifiedUtc + TokenWindows.Media, verifiedUtc + TokenWindows.Results);
}

/// <summary>One attempt of the vendor's 3-day window, for the admin's view.</summary>
public sealed record ResultRow(Attempt Attempt, string PlanName, string? Reference, IReadOnlyList<LedgerEntry> Charges);
