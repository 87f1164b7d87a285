namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>Something that waits for a person; the name is masked.</summary>
public sealed record WaitingReview(
    Guid SessionId, string? MaskedName, string? Reference, string PlanName, SessionStatus Status, Outcome? Outcome,
    ReviewCause? Cause, DateTime SinceUtc, string? ReviewerId);

/// <summary>Where a page of the queue ended.</summary>
public sealed record ReviewPlace(DateTime SinceUtc, Guid Id);

/// <summary>A page of what waits, oldest first; <paramref name="Next"/> is null on the last.</summary>
public sealed record ReviewPage(IReadOnlyList<WaitingReview> Items, ReviewPlace? Next);

/// <summary>A decision in words; null where nothing was said, where the reader may not know it, or where the person is erased.</summary>
public sealed record DecidedReview(
    ReviewVerdict Verdict, ReviewCause? Cause, string DecidedBy, DateTime DecidedAtUtc, string? Reason, string? PrivateReason, Guid? SuccessorId);

/// <summary>How the review of one session stands, newest decision first.</summary>
public sealed record SessionReview(
    ReviewState State, ReviewCause? Cause, DateTime? SinceUtc, string? ReviewerId, bool IsFinal, IReadOnlyList<DecidedReview> Decisions);
