namespace FaceH5Portal.Core.Sessions;

/// <summary>Which sessions to list, and from where on; what is null does not narrow the list.</summary>
public sealed record SessionFilter
{
    public SessionStatus? Status { get; init; }

    public string? Reference { get; init; }

    public IReadOnlyList<Guid>? PlanIds { get; init; }

    public DateTime? CreatedFromUtc { get; init; }

    /// <summary>Not included.</summary>
    public DateTime? CreatedBeforeUtc { get; init; }

    /// <summary>The last session of the page before.</summary>
    public SessionMark? After { get; init; }

    public required int Limit { get; init; }
}

/// <summary>A place in the list, which sessions that are created meanwhile do not move.</summary>
public sealed record SessionMark(DateTime CreatedAtUtc, Guid Id);

public sealed record FoundSession(VerificationSession Session, SubjectView? Subject);

/// <summary>A page of the list; <paramref name="Next"/> is null on the last.</summary>
public sealed record FoundSessions(IReadOnlyList<FoundSession> Items, SessionMark? Next);
