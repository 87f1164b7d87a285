using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>What waits for a person, and what persons have decided.</summary>
public sealed class ReviewQueries(PortalStore store, SubjectVault subjects)
{
    public async Task<Result<ReviewPage>> QueueAsync(Actor actor, ReviewPlace? after, int limit, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var waiting = db.Set<VerificationSession>().AsNoTracking().Where(s => s.ReviewNeededAtUtc != null);
        if (after is { } place)
            waiting = waiting.Where(s => s.ReviewNeededAtUtc > place.SinceUtc
                || (s.ReviewNeededAtUtc == place.SinceUtc && s.Id.CompareTo(place.Id) > 0));
        // One more than asked for tells whether there is a next page.
        var rows = await waiting.OrderBy(s => s.ReviewNeededAtUtc).ThenBy(s => s.Id).Take(limit + 1)
            .Join(db.Set<Subject>().AsNoTracking(), s => s.SubjectId, subject => subject.Id, (session, subject) => new { session, subject })
            .ToListAsync(cancellationToken);
        var page = rows.OrderBy(row => row.session.ReviewNeededAtUtc).ThenBy(row => row.session.Id).Take(limit).ToList();
        var next = rows.Count > limit ? new ReviewPlace(page[^1].session.ReviewNeededAtUtc!.Value, page[^1].session.Id) : null;
        return new ReviewPage(page.ConvertAll(row => Waiting(row.session, row.subject)), next);
    }

    public async Task<Result<SessionReview>> OfAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var session = await db.Set<VerificationSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
        if (session is null)
            return new PortalError("session-unknown");
        var subject = await db.Set<Subject>().AsNoTracking().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
        var decisions = await db.Set<ReviewDecision>().AsNoTracking().Where(decision => decision.SessionId == sessionId)
            .OrderByDescending(decision => decision.DecidedAtUtc).ThenByDescending(decision => decision.Id).ToListAsync(cancellationToken);
        return new SessionReview(session.Review, session.ReviewCause, session.ReviewNeededAtUtc, session.ReviewerId, session.Status.IsFinal(),
            decisions.ConvertAll(decision => Told(actor, subject, decision)));
    }

    private WaitingReview Waiting(VerificationSession session, Subject subject) => new(
        session.Id, subjects.IdentityOf(subject) is { } identity ? Masking.Name(identity.Name) : null, session.Reference,
        session.Terms.Name, session.Status, session.Outcome, session.ReviewCause, session.ReviewNeededAtUtc!.Value, session.ReviewerId);

    private DecidedReview Told(Actor actor, Subject subject, ReviewDecision decision) => new(
        decision.Verdict, decision.Cause, decision.DecidedBy, decision.DecidedAtUtc,
        Open(actor, subject, ReviewDesk.ReasonPurpose, decision.SealedReason),
        Open(actor, subject, ReviewDesk.PrivatePurpose, decision.SealedPrivateReason), decision.SuccessorId);

    private string? Open(Actor actor, Subject subject, string purpose, byte[]? words) =>
        words is not null && actor.May(Permission.SeePersonalData) ? subjects.TryOpenText(subject, purpose, words) : null;
}
