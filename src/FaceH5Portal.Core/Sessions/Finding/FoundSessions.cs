using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Finding;

public sealed record FoundSession(VerificationSession Session, SubjectView? Subject);

/// <summary>
/// A page of the list; <paramref name="Next"/> is null on the last, <paramref name="Previous"/> on the first. Where
/// <paramref name="CutShort"/>, the search has stopped after so many sessions that do not match, and goes on from Next.
/// </summary>
public sealed record FoundSessions(
    IReadOnlyList<FoundSession> Items, SessionMark? Next, SessionMark? Previous = null, bool CutShort = false);

/// <summary>How many there are, or that there are at least so many.</summary>
public sealed record SessionCount(int Number, bool IsExact);
