using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Sessions;

/// <summary>Applies an event to a session: status by the table, a line in the timeline, an announcement.</summary>
public sealed class SessionJournal(TimeProvider clock)
{
    public const string Topic = "session";

    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    /// <summary>True when the status changed.</summary>
    public bool Apply(PortalWrite write, VerificationSession session, SessionEvent happened, SessionFacts facts)
    {
        var next = SessionLifecycle.Decide(session.Status, happened, facts);
        if (next is not { } status || status == session.Status)
            return false;
        session.Status = status;
        if (status.IsFinal())
            Finish(session);
        Touch(write, session);
        return true;
    }

    private void Finish(VerificationSession session)
    {
        session.FinishedAtUtc = NowUtc;
        session.IdentityUntilUtc = session.Terms.IdentityDays is { } identity ? NowUtc.AddDays(identity) : null;
        session.ScoresUntilUtc = session.Terms.ScoreDays is { } scores ? NowUtc.AddDays(scores) : null;
    }

    public void Tell(PortalWrite write, VerificationSession session, TimelineKind kind, string? detail = null, DateTime? atUtc = null)
    {
        write.Add(new TimelineEntry
        {
            SessionId = session.Id,
            OccurredAtUtc = atUtc ?? NowUtc,
            Kind = kind,
            Detail = detail,
        });
        Touch(write, session);
    }

    public static void Touch(PortalWrite write, VerificationSession session)
    {
        session.Version++;
        write.Announce(new PortalChange(Topic, session.Id));
    }
}
