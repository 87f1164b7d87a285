using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>Which sessions to list, in which order, and from where on; what is null does not narrow the list.</summary>
public sealed record SessionFilter
{
    public SessionStatus? Status { get; init; }

    public HarvestState? Harvest { get; init; }

    public ReviewState? Review { get; init; }

    /// <summary>Whether the vendor has stated a charge.</summary>
    public bool? IsCharged { get; init; }

    /// <summary>Whether it was put out of the way of daily work.</summary>
    public bool? IsArchived { get; init; }

    public string? Reference { get; init; }

    /// <summary>The vendor's log_id of one of the attempts.</summary>
    public string? LogId { get; init; }

    public SoughtPerson? Person { get; init; }

    public IReadOnlyList<Guid>? PlanIds { get; init; }

    public DateTime? CreatedFromUtc { get; init; }

    /// <summary>Not included.</summary>
    public DateTime? CreatedBeforeUtc { get; init; }

    public SessionSort Sort { get; init; }

    public bool Ascending { get; init; }

    /// <summary>Where a neighbouring page ended.</summary>
    public SessionMark? Mark { get; init; }

    public required int Limit { get; init; }

    /// <summary>Whether a session belongs to the list. Who it is about and what the vendor logged cannot be seen from it.</summary>
    public bool Matches(FoundSession found) =>
        Person is null && LogId is null
        && (Status is null || found.Session.Status == Status)
        && (Harvest is null || found.Session.Harvest == Harvest)
        && (Review is null || found.Session.Review == Review)
        && (IsCharged is null || found.IsCharged == IsCharged)
        && (IsArchived is null || found.Session.ArchivedAtUtc is not null == IsArchived)
        && (Reference is null || found.Session.Reference == Reference)
        && (PlanIds is null || PlanIds.Contains(found.Session.PlanId))
        && (CreatedFromUtc is null || found.Session.CreatedAtUtc >= CreatedFromUtc)
        && (CreatedBeforeUtc is null || found.Session.CreatedAtUtc < CreatedBeforeUtc);

    internal bool IsNarrow => this with { Sort = default, Ascending = false, Mark = null, Limit = 0 } != new SessionFilter { Limit = 0 };
}
