using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>Sessions by their facts, a page at a time. A list masks everybody, whoever reads it.</summary>
public sealed class SessionSearch(PortalStore store, SubjectVault subjects, SubjectFinder finder)
{
    // A name may be that of many; whoever has more sessions than this is found by number.
    public const int MostOfOnePerson = 1_000;

    public async Task<Result<FoundSessions>> FindAsync(Actor actor, SessionFilter filter, CancellationToken cancellationToken)
    {
        if (Refusal(actor, filter) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var way = SessionOrder.WayOf(filter);
        var scan = new SessionScan(db, way, filter, await LeadAsync(db, way, filter, cancellationToken));
        var places = await MatchesAsync(scan, filter.Limit, cancellationToken);
        var end = places.Count <= filter.Limit && scan.IsBounded
            ? await scan.Stretch().Skip(SessionScan.Reach - 1).Select(SessionMark.Reading).FirstOrDefaultAsync(cancellationToken) : null;
        return await PageAsync(db, filter, places, end, cancellationToken) with { OfMany = scan.IsOfMany };
    }

    public async Task<Result<SessionCount>> CountAsync(Actor actor, SessionFilter filter, CancellationToken cancellationToken)
    {
        if (Refusal(actor, filter) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var way = SessionOrder.Of(filter with { Sort = SessionSort.Created });
        var whole = filter with { Mark = null };
        var scan = new SessionScan(db, way, whole, await LeadAsync(db, way, whole, cancellationToken));
        const int More = SessionScan.Reach + 1;
        var number = await scan.Matching(More, More).CountAsync(cancellationToken);
        // Many that match say by themselves that there are more; of few it has to be asked whether all were looked at.
        var isWhole = number < More && (!scan.IsBounded || await scan.Stretch().Take(More).CountAsync(cancellationToken) < More);
        return new SessionCount(Math.Min(number, SessionScan.Reach), isWhole && !scan.IsOfMany);
    }

    private static PortalError? Refusal(Actor actor, SessionFilter filter) =>
        actor.Lacks(Permission.SeeSessions)
        ?? (filter.Person is null ? null : actor.Lacks(Permission.SeePersonalData))
        ?? (filter.IsCharged is null ? null : actor.Lacks(Permission.SeeMoney));

    private static async Task<List<SessionMark>> MatchesAsync(SessionScan scan, int limit, CancellationToken cancellationToken)
    {
        // One more than asked for tells whether there is a next page. Most that is looked for is near.
        var near = scan.IsBounded ? await ReadAsync(limit * 8) : await ReadAsync(SessionScan.Reach);
        return near.Count > limit || !scan.IsBounded ? near : await ReadAsync(SessionScan.Reach);

        Task<List<SessionMark>> ReadAsync(int reach) =>
            scan.Matching(limit + 1, reach).Select(SessionMark.Reading).ToListAsync(cancellationToken);
    }

    private async Task<SessionLead?> LeadAsync(DbContext db, SessionOrder way, SessionFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Person is not null || filter.LogId is not null)
        {
            var found = await CandidatesAsync(db, filter, cancellationToken);
            return SessionLead.OfIds(filter, [.. found.Take(MostOfOnePerson)], isCut: found.Count > MostOfOnePerson);
        }
        var leads = SessionLead.Of(filter);
        if (leads.FirstOrDefault(lead => lead.Orders.Contains(way.Sort)) is { } ordered)
            return ordered;
        // Few can be sorted whichever order they are stored in; every lead's index goes on with the time of creation.
        var few = leads.Count == 0 ? SessionScan.Reach
            : await db.Set<VerificationSession>().Where(leads[0].Where).OrderBy(s => s.CreatedAtUtc).Take(SessionScan.Reach).CountAsync(cancellationToken);
        return few < SessionScan.Reach ? leads[0] : null;
    }

    private async Task<List<Guid>> CandidatesAsync(DbContext db, SessionFilter filter, CancellationToken cancellationToken)
    {
        var sessions = db.Set<VerificationSession>().AsQueryable();
        if (filter.Person is { } person)
            sessions = finder.Find(db.Set<Subject>(), person).Join(sessions, subject => subject.Id, s => s.SubjectId, (_, s) => s);
        if (filter.LogId is { } logId)
            sessions = sessions.Where(s => db.Set<Attempt>().Where(a => a.VerifyLogId == logId).Select(a => a.SessionId).Contains(s.Id));
        return await sessions.OrderByDescending(s => s.Id).Select(s => s.Id).Take(MostOfOnePerson + 1).ToListAsync(cancellationToken);
    }

    private async Task<FoundSessions> PageAsync(
        DbContext db, SessionFilter filter, List<SessionMark> places, SessionMark? end, CancellationToken cancellationToken)
    {
        var page = places.Take(filter.Limit).ToList();
        var ahead = places.Count > page.Count ? page[^1] : end;
        var back = filter.Mark is null ? null : page.Count > 0 ? page[0] : filter.Mark;
        var loaded = await SessionLoader.LoadAsync(db, subjects, page.ConvertAll(place => place.Id), cancellationToken);
        var rows = loaded.OrderBy(found => page.FindIndex(place => place.Id == found.Session.Id));
        return filter.Mark is { Backward: true }
            ? new FoundSessions([.. rows.Reverse()], back! with { Backward = false }, Turned(ahead), end is not null)
            : new FoundSessions([.. rows], ahead, Turned(back), end is not null);
    }

    private static SessionMark? Turned(SessionMark? mark) => mark is null ? null : mark with { Backward = true };
}
