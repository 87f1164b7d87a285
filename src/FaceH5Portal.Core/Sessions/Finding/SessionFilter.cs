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

    internal bool Matches(SessionKey key) =>
        (Status is null || key.Status == Status)
        && (Harvest is null || key.Harvest == Harvest)
        && (Review is null || key.Review == Review)
        && (IsCharged is null || key.IsCharged == IsCharged)
        && (Reference is null || key.Reference == Reference)
        && (PlanIds is null || PlanIds.Contains(key.PlanId))
        && (CreatedFromUtc is null || key.CreatedAtUtc >= CreatedFromUtc)
        && (CreatedBeforeUtc is null || key.CreatedAtUtc < CreatedBeforeUtc);
}
