using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>Sessions by their facts, newest first. A list masks everybody, whoever reads it.</summary>
public sealed class SessionSearch(PortalStore store, SubjectVault subjects)
{
    public async Task<Result<FoundSessions>> FindAsync(Actor actor, SessionFilter filter, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        // One more than asked for tells whether there is a next page.
        var found = await Narrow(db.Set<VerificationSession>().AsNoTracking(), filter)
            .OrderByDescending(s => s.CreatedAtUtc).ThenByDescending(s => s.Id).Take(filter.Limit + 1)
            .Join(db.Set<Subject>().AsNoTracking(), s => s.SubjectId, subject => subject.Id, (session, subject) => new { session, subject })
            .OrderByDescending(f => f.session.CreatedAtUtc).ThenByDescending(f => f.session.Id)
            .ToListAsync(cancellationToken);
        var page = found.Take(filter.Limit).ToList();
        return new FoundSessions(
            [.. page.Select(f => new FoundSession(f.session, subjects.IdentityOf(f.subject) is { } known ? SubjectView.Masked(known) : null))],
            found.Count > page.Count ? new SessionMark(page[^1].session.CreatedAtUtc, page[^1].session.Id) : null);
    }

    private static IQueryable<VerificationSession> Narrow(IQueryable<VerificationSession> sessions, SessionFilter filter)
    {
        if (filter.Status is { } status)
            sessions = sessions.Where(s => s.Status == status);
        if (filter.Reference is { } reference)
            sessions = sessions.Where(s => s.Reference == reference);
        if (filter.PlanIds is { } plans)
            sessions = sessions.Where(s => plans.Contains(s.PlanId));
        if (filter.CreatedFromUtc is { } from)
            sessions = sessions.Where(s => s.CreatedAtUtc >= from);
        if (filter.CreatedBeforeUtc is { } before)
            sessions = sessions.Where(s => s.CreatedAtUtc < before);
        if (filter.After is { } mark)
            sessions = sessions.Where(s => s.CreatedAtUtc < mark.CreatedAtUtc
                || (s.CreatedAtUtc == mark.CreatedAtUtc && s.Id.CompareTo(mark.Id) < 0));
        return sessions;
    }
}
