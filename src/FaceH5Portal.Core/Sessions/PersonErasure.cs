using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>How many sessions an erasure covers, and how many of them are still under way.</summary>
public sealed record ErasureScope(int Sessions, int Running);

/// <summary>Erases the person of a session, by the session people know them by.</summary>
public sealed class PersonErasure(PortalStore store, SubjectErasure erasure, StepUp stepUp, TimeProvider clock)
{
    public async Task<Result<ErasureScope>> ScopeAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.EraseSubjects) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        if (await SubjectOf(db, sessionId).SingleOrDefaultAsync(cancellationToken) is not { } subject)
            return new PortalError("session-unknown");
        var statuses = await db.Set<Subject>().OfSamePerson(subject)
            .Join(db.Set<VerificationSession>(), s => s.Id, session => session.SubjectId, (_, session) => session.Status)
            .ToListAsync(cancellationToken);
        return new ErasureScope(statuses.Count, statuses.Count(status => !status.IsFinal()));
    }

    /// <summary>Answers the session.</summary>
    /// <param name="call">Set when the request may come again: the session is then noted as its effect.</param>
    public async Task<Result<Guid>> EraseAsync(
        Actor actor, Guid sessionId, string reason, RepeatableCall? call, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.EraseSubjects) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        if (await SubjectOf(db, sessionId).SingleOrDefaultAsync(cancellationToken) is not { } subject)
            return new PortalError("session-unknown");
        var erased = await erasure.EraseAsync(actor, subject.Id, reason, cancellationToken,
            call is null ? null : write => call.NoteAsync(write, sessionId, clock.GetUtcNow().UtcDateTime, cancellationToken));
        return erased.Ok ? sessionId : erased.Errors.ToList();
    }

    private static IQueryable<Subject> SubjectOf(PortalDbContext db, Guid sessionId) => db.Set<VerificationSession>()
        .Where(session => session.Id == sessionId)
        .Join(db.Set<Subject>(), session => session.SubjectId, subject => subject.Id, (_, subject) => subject).AsNoTracking();
}
