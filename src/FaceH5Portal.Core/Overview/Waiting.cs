using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.Overview;

/// <summary>Something owed that the vendor will forget; <paramref name="Kind"/> is null for a verdict.</summary>
public sealed record OwedLine(Guid SessionId, HarvestKind? Kind, DateTime DeadlineUtc, string? LastFault);

/// <summary>A photo check of which nobody knows whether it was carried out and charged, until somebody has found out.</summary>
public sealed record UnknownCheck(Guid Id, PhotoVendor Vendor, string? Code);

/// <summary>What somebody has to look at, as far as the portal knows it.</summary>
public sealed record Waiting
{
    /// <summary>Sessions that have not come to an end.</summary>
    public required SessionCount Open { get; init; }

    public required SessionCount Reviews { get; init; }

    /// <summary>When the session was created that has waited longest for a reviewer.</summary>
    public DateTime? OldestReviewUtc { get; init; }

    /// <summary>Verdicts that could not be had and that nobody has answered for.</summary>
    public required SessionCount Unresolved { get; init; }

    public required SessionCount Owed { get; init; }

    /// <summary>The earliest deadlines.</summary>
    public required IReadOnlyList<OwedLine> Debts { get; init; }

    public required SessionCount UnknownEnds { get; init; }

    /// <summary>The oldest of them.</summary>
    public required IReadOnlyList<UnknownCheck> UnknownChecks { get; init; }

    /// <summary>Debts whose deadline is near or past.</summary>
    public required SessionCount Urgent { get; init; }

    /// <summary>What was due minutes ago has not been asked for: the worker stands still or cannot write.</summary>
    public required bool HarvestStands { get; init; }

    /// <summary>Plans whose last set-up check found something wrong, as they are now.</summary>
    public required int FailingSetUps { get; init; }

    /// <summary>Results wait at the vendor because a paid service behind them is not activated.</summary>
    public required bool ResultsRefused { get; init; }

    public bool HasAlarm => HarvestStands || FailingSetUps > 0 || ResultsRefused || Unresolved.Number > 0 || Urgent.Number > 0;
}
