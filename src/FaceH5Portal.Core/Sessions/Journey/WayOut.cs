using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>How the person leaves: by asking for another way, or by taking their consent back.</summary>
public sealed class WayOut(
    PortalStore store, SubjectVault subjects, SessionJournal journal, AuditTrail audit, IEnumerable<IWithdrawalFollower> followers)
{
    public const int LongestContact = 200;

    public const string ContactPurpose = "contact";

    public const string OtherWayReason = "other-way-requested";
    public const string WithdrawnReason = "consent-withdrawn";

    /// <summary>Ends the session and puts it before an operator, who offers what the business has beside the face.</summary>
    public Task<Result<Guid>> AskOtherWayAsync(Guid sessionId, string? contact, CancellationToken cancellationToken)
    {
        var told = contact?.Trim() ?? "";
        if (told.Length > LongestContact)
            return Task.FromResult<Result<Guid>>(new PortalError("text-too-long", "Contact", LongestContact));
        return ChangeAsync(sessionId, (write, session) =>
        {
            if (session.OtherWayAtUtc is not null || session.Status is SessionStatus.Passed or SessionStatus.Cancelled)
                return Task.CompletedTask;
            var subject = write.Find<Subject>(session.SubjectId)!;
            session.OtherWayAtUtc = journal.NowUtc;
            session.SealedContact = told.Length == 0 || subject.IsErased ? null : subjects.SealText(subject, ContactPurpose, told);
            session.NeedReview(ReviewCause.OtherWay, journal.NowUtc);
            if (journal.Apply(write, session, SessionEvent.Cancelled, new SessionFacts()))
                session.Reason = OtherWayReason;
            journal.Tell(write, session, TimelineKind.OtherWayRequested);
            audit.Record(write, Actor.EndUser, AuditAction.OtherWayRequested, $"session/{session.Id}");
            return Task.CompletedTask;
        }, cancellationToken);
    }

    /// <summary>Stops what runs and lets the pictures go at once; what was decided, charged and consented to stays as a record.</summary>
    public Task<Result<Guid>> WithdrawAsync(Guid sessionId, CancellationToken cancellationToken) =>
        ChangeAsync(sessionId, async (write, session) =>
        {
            if (session.ConsentedAtUtc is null || session.WithdrawnAtUtc is not null)
                return;
            session.WithdrawnAtUtc = journal.NowUtc;
            if (journal.Apply(write, session, SessionEvent.Cancelled, new SessionFacts()))
                session.Reason = WithdrawnReason;
            foreach (var item in await write.TakeAsync(write.Set<EvidenceItem>()
                .Where(item => item.SessionId == sessionId && item.DeletedAtUtc == null && item.KeepUntilUtc != null), cancellationToken))
                item.KeepUntilUtc = journal.NowUtc;
            foreach (var follower in followers)
                await follower.FollowAsync(write, session, cancellationToken);
            journal.Tell(write, session, TimelineKind.ConsentWithdrawn);
            audit.Record(write, Actor.EndUser, AuditAction.ConsentWithdrawn, $"session/{session.Id}");
        }, cancellationToken);

    private Task<Result<Guid>> ChangeAsync(
        Guid sessionId, Func<PortalWrite, VerificationSession, Task> change, CancellationToken cancellationToken) =>
        store.WriteAsync<Guid>(async write =>
        {
            var session = write.Find<VerificationSession>(sessionId);
            if (session is null)
                return new PortalError("link-unknown");
            await change(write, session);
            return session.Id;
        }, cancellationToken);
}
