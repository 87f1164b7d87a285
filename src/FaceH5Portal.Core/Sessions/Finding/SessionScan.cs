using FaceH5Portal.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>
/// Goes through one index in the order of the list and leaves out what does not match, at most <see cref="Reach"/>
/// sessions far: what no index can answer costs the same in a small portal and in a large one.
/// </summary>
internal sealed class SessionScan(DbContext db, SessionOrder way, SessionFilter filter, SessionLead? lead)
{
    public const int Reach = 10_000;

    private readonly SessionFilter rest = Rest(way, lead?.Rest ?? filter);

    public bool IsOfMany => lead is { IsCut: true };

    public bool IsBounded => rest.IsNarrow;

    public IQueryable<VerificationSession> Matching(int limit, int reach) => IsBounded
        ? way.Sorted(Narrow(Stretch().Take(reach), rest)).Take(limit)
        : Stretch().Take(limit);

    /// <summary>Every session of the stretch, matching or not.</summary>
    public IOrderedQueryable<VerificationSession> Stretch()
    {
        var sessions = way.Behind(db.Set<VerificationSession>(), filter.Mark).AsNoTracking();
        if (lead is not null)
            sessions = sessions.Where(lead.Where);
        return way.Sorted(way.Sort == SessionSort.Created ? Within(sessions, filter) : sessions);
    }

    private static SessionFilter Rest(SessionOrder way, SessionFilter filter) => way.Sort == SessionSort.Created
        ? filter with { CreatedFromUtc = null, CreatedBeforeUtc = null } : filter;

    private static IQueryable<VerificationSession> Within(IQueryable<VerificationSession> sessions, SessionFilter filter)
    {
        if (filter.CreatedFromUtc is { } from)
            sessions = sessions.Where(s => s.CreatedAtUtc >= from);
        return filter.CreatedBeforeUtc is { } before ? sessions.Where(s => s.CreatedAtUtc < before) : sessions;
    }

    private IQueryable<VerificationSession> Narrow(IQueryable<VerificationSession> sessions, SessionFilter by)
    {
        if (by.Status is { } status)
            sessions = sessions.Where(s => s.Status == status);
        if (by.Harvest is { } harvest)
            sessions = sessions.Where(s => s.Harvest == harvest);
        if (by.Review is { } review)
            sessions = sessions.Where(s => s.Review == review);
        if (by.IsArchived is { } archived)
            sessions = sessions.Where(s => s.ArchivedAtUtc != null == archived);
        if (by.Reference is { } reference)
            sessions = sessions.Where(s => s.Reference == reference);
        if (by.PlanIds is { } plans)
            sessions = sessions.Where(s => plans.Contains(s.PlanId));
        if (by.IsCharged is { } charged)
            sessions = sessions.Where(s => db.Set<LedgerEntry>().Any(entry => entry.SessionId == s.Id) == charged);
        return Within(sessions, by);
    }
}
