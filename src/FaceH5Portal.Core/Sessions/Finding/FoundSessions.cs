namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>A line of the list; the person is masked.</summary>
public sealed record FoundSession(VerificationSession Session, SubjectView? Subject, VendorWindows Windows, bool IsCharged)
{
    public SessionMark Mark => SessionMark.Of(Session);
}

/// <summary>
/// A page of the list; <paramref name="Next"/> is null on the last, <paramref name="Previous"/> on the first. Where
/// <paramref name="CutShort"/>, the search has stopped after so many sessions that do not match, and goes on from there.
/// </summary>
public sealed record FoundSessions(
    IReadOnlyList<FoundSession> Items, SessionMark? Next, SessionMark? Previous = null, bool CutShort = false)
{
    /// <summary>The person sought, or several of one name, have more sessions than were looked at: the newest.</summary>
    public bool OfMany { get; init; }

    /// <summary>How many there are where the page is all of them, so that nobody need count; null where there are more pages.</summary>
    public SessionCount? Count => Next is null && Previous is null && !OfMany ? new SessionCount(Items.Count, IsExact: true) : null;
}

/// <summary>How many there are, or that there are at least so many.</summary>
public sealed record SessionCount(int Number, bool IsExact);
