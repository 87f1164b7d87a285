using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Holding;

/// <summary>Holds what a lawsuit or an authority needs: nothing of the session goes until somebody lifts the hold.</summary>
public sealed class HoldDesk(
    PortalStore store, PersonalWords words, SessionJournal journal, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    /// <summary>Of one session, the newest first.</summary>
    public async Task<Result<IReadOnlyList<LegalHold>>> OfAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<LegalHold>().AsNoTracking().Where(hold => hold.SessionId == sessionId)
            .OrderByDescending(hold => hold.PlacedAtUtc).ToListAsync(cancellationToken);
    }

    /// <summary>All that hold something now, the oldest first.</summary>
    public async Task<Result<IReadOnlyList<LegalHold>>> ActiveAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<LegalHold>().AsNoTracking().Where(hold => hold.LiftedAtUtc == null)
            .OrderBy(hold => hold.PlacedAtUtc).ToListAsync(cancellationToken);
    }

    public Task<Result<Guid>> PlaceAsync(Actor actor, Guid sessionId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(actor, sessionId, reason, (write, session, subject, active) =>
        {
            if (subject.IsErased)
                return new PortalError("subject-erased");
            if (active is not null)
                return new PortalError("hold-exists");
            var hold = new LegalHold
            {
                Id = entropy.NewId(clock),
                SessionId = sessionId,
                Reason = reason.Trim(),
                PlacedBy = actor.Id,
                PlacedAtUtc = journal.NowUtc,
            };
            write.Set<LegalHold>().Add(hold);
            subject.HeldAtUtc = journal.NowUtc;
            journal.Tell(write, session, TimelineKind.HoldPlaced);
            audit.Record(write, actor, AuditAction.HoldPlaced, $"session/{sessionId}", hold.Reason);
            return hold.Id;
        }, cancellationToken);

    public Task<Result<Guid>> LiftAsync(Actor actor, Guid sessionId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(actor, sessionId, reason, (write, session, subject, active) =>
        {
            if (active is null)
                return new PortalError("hold-over");
            (active.LiftedBy, active.LiftReason, active.LiftedAtUtc) = (actor.Id, reason.Trim(), journal.NowUtc);
            subject.HeldAtUtc = null;
            journal.Tell(write, session, TimelineKind.HoldLifted);
            audit.Record(write, actor, AuditAction.HoldLifted, $"session/{sessionId}", active.LiftReason);
            return active.Id;
        }, cancellationToken);

    private async Task<Result<Guid>> ChangeAsync(
        Actor actor, Guid sessionId, string reason, Func<PortalWrite, VerificationSession, Subject, LegalHold?, Result<Guid>> change,
        CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManagePrivacy) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(reason))
            return new PortalError("reason-empty", "Reason");
        if (reason.Trim().Length > SubjectErasure.LongestReason)
            return new PortalError("text-too-long", "Reason", SubjectErasure.LongestReason);
        return await store.WriteAsync<Guid>(async write =>
        {
            var session = write.Find<VerificationSession>(sessionId);
            if (session is null)
                return new PortalError("session-unknown");
            var subject = write.Find<Subject>(session.SubjectId)!;
            if (words.Name(subject, reason))
                return new PortalError("reason-personal", "Reason");
            var active = await write.Set<LegalHold>().SingleOrDefaultAsync(hold => hold.SessionId == sessionId && hold.LiftedAtUtc == null, cancellationToken);
            return change(write, session, subject, active);
        }, cancellationToken);
    }
}
