using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Sessions;

/// <summary>What operators do to sessions.</summary>
public sealed class SessionService(
    PortalStore store, PlanService plans, SessionRules rules, SubjectVault subjects, EvidenceVault evidence,
    SessionMaker maker, SessionJournal journal, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    public async Task<Result<CreatedSession>> CreateAsync(
        Actor actor, NewSession request, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CreateSessions) is { } denied)
            return denied;
        var plan = await plans.GetAsync(Actor.System, request.PlanId, cancellationToken);
        if (!plan.Ok)
            return plan.Errors.ToList();
        var wanted = SessionRules.Tidy(plan.Value.Terms, request);
        if (rules.Check(plan.Value.Terms, wanted) is { Count: > 0 } errors)
            return errors;

        var subject = subjects.Create(wanted.Identity);
        var sessionId = entropy.NewId(clock);
        using var trace = VerificationTrace.Start("create", sessionId);
        var photo = SealPhoto(plan.Value.Terms, wanted, subject, sessionId);
        if (photo is { Ok: false })
            return photo.Errors.ToList();
        return await store.WriteAsync<CreatedSession>(async write =>
        {
            var created = await maker.AddAsync(write, actor, plan.Value.Terms, wanted, subject, sessionId, photo?.Value, cancellationToken);
            if (created.Ok && request.Call is { } call)
                await call.NoteAsync(write, sessionId, journal.NowUtc, cancellationToken);
            return created;
        }, cancellationToken);
    }

    public async Task<Result<Guid>> CancelAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CancelSessions) is { } denied)
            return denied;
        return await store.WriteAsync<Guid>(write =>
        {
            var session = write.Find<VerificationSession>(id);
            if (session is null)
                return new PortalError("session-unknown");
            if (!journal.Apply(write, session, SessionEvent.Cancelled, new SessionFacts()))
                return new PortalError("session-already-final");
            session.Reason = "cancelled-by-operator";
            journal.Tell(write, session, TimelineKind.Cancelled);
            audit.Record(write, actor, AuditAction.SessionCancelled, $"session/{id}");
            return id;
        }, cancellationToken);
    }

    /// <summary>Puts what is over out of the way of daily work, or brings it back. Nothing is deleted, and it goes on being found.</summary>
    public async Task<Result<Guid>> ArchiveAsync(Actor actor, Guid id, bool archived, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CancelSessions) is { } denied)
            return denied;
        return await store.WriteAsync<Guid>(write =>
        {
            var session = write.Find<VerificationSession>(id);
            if (session is null)
                return new PortalError("session-unknown");
            if (!session.Status.IsFinal())
                return new PortalError("session-not-final");
            if (session.ArchivedAtUtc is not null == archived)
                return id;
            session.ArchivedAtUtc = archived ? journal.NowUtc : null;
            journal.Tell(write, session, archived ? TimelineKind.Archived : TimelineKind.Unarchived);
            audit.Record(write, actor, archived ? AuditAction.SessionArchived : AuditAction.SessionUnarchived, $"session/{id}");
            return id;
        }, cancellationToken);
    }

    private Result<SealedEvidence>? SealPhoto(PlanTerms terms, NewSession request, Subject subject, Guid sessionId)
    {
        if (!terms.NeedsMatchPhoto || request.MatchPhoto is not { } photo)
            return null;
        var expires = journal.NowUtc.AddHours(terms.LinkLifetimeHours);
        return evidence.Seal(subject, MatchPhoto.Of(sessionId, photo, PhotoPreflight.Check(photo, BaiduLimits.MatchPhoto).Value.MediaType, terms, expires));
    }
}
