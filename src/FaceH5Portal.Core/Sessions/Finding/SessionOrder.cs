using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>An order of the list and its way through an index of the same columns.</summary>
internal sealed class SessionOrder(SessionSort sort, bool ascending) : IComparer<SessionMark>
{
    public SessionSort Sort => sort;

    /// <summary>As one reads it: going backward is the same list from behind.</summary>
    public static SessionOrder Of(SessionFilter filter) => new(SortOf(filter), filter.Ascending);

    /// <summary>As it is gone through, from the filter's place on.</summary>
    public static SessionOrder WayOf(SessionFilter filter) =>
        new(SortOf(filter), filter.Ascending != (filter.Mark?.Backward ?? false));

    /// <summary>A row value, because only that lets the index jump to the place however many keys are equal.</summary>
    public IQueryable<VerificationSession> Behind(DbSet<VerificationSession> sessions, SessionMark? mark)
    {
        if (mark is null)
            return sessions;
        var (than, created, id) = (ascending ? ">" : "<", mark.CreatedAtUtc, mark.Id);
        var (columns, places, values) = sort switch
        {
            SessionSort.Created => ("\"CreatedAtUtc\", \"Id\"", "{0}, {1}", new object[] { created, id }),
            SessionSort.Expiry => ("\"LinkExpiresUtc\", \"Id\"", "{0}, {1}", [mark.LinkExpiresUtc, id]),
            SessionSort.Status => ("\"Status\", \"CreatedAtUtc\", \"Id\"", "{0}, {1}, {2}", [mark.Status.ToString(), created, id]),
            _ => ("\"PlanId\", \"CreatedAtUtc\", \"Id\"", "{0}, {1}, {2}", [mark.PlanId, created, id]),
        };
        var sql = $"SELECT * FROM \"Sessions\" WHERE ({columns}) {than} ({places})";
        return sessions.FromSqlRaw(sql, values);
    }

    public IOrderedQueryable<VerificationSession> Sorted(IQueryable<VerificationSession> sessions) => (sort, ascending) switch
    {
        (SessionSort.Created, true) => sessions.OrderBy(s => s.CreatedAtUtc).ThenBy(s => s.Id),
        (SessionSort.Created, false) => sessions.OrderByDescending(s => s.CreatedAtUtc).ThenByDescending(s => s.Id),
        (SessionSort.Expiry, true) => sessions.OrderBy(s => s.LinkExpiresUtc).ThenBy(s => s.Id),
        (SessionSort.Expiry, false) => sessions.OrderByDescending(s => s.LinkExpiresUtc).ThenByDescending(s => s.Id),
        (SessionSort.Status, true) => sessions.OrderBy(s => s.Status).ThenBy(s => s.CreatedAtUtc).ThenBy(s => s.Id),
        (SessionSort.Status, false) =>
            sessions.OrderByDescending(s => s.Status).ThenByDescending(s => s.CreatedAtUtc).ThenByDescending(s => s.Id),
        (_, true) => sessions.OrderBy(s => s.PlanId).ThenBy(s => s.CreatedAtUtc).ThenBy(s => s.Id),
        _ => sessions.OrderByDescending(s => s.PlanId).ThenByDescending(s => s.CreatedAtUtc).ThenByDescending(s => s.Id),
    };

    /// <summary>The database's own order: ids and statuses are texts there.</summary>
    public int Compare(SessionMark? x, SessionMark? y)
    {
        var (a, b) = ascending ? (x!, y!) : (y!, x!);
        var first = sort switch
        {
            SessionSort.Expiry => a.LinkExpiresUtc.CompareTo(b.LinkExpiresUtc),
            SessionSort.Status => string.CompareOrdinal(a.Status.ToString(), b.Status.ToString()),
            SessionSort.Plan => Compare(a.PlanId, b.PlanId),
            _ => 0,
        };
        var created = first == 0 && sort != SessionSort.Expiry ? a.CreatedAtUtc.CompareTo(b.CreatedAtUtc) : first;
        return created == 0 ? Compare(a.Id, b.Id) : created;
    }

    private static int Compare(Guid a, Guid b) => string.CompareOrdinal(a.ToString(), b.ToString());

    // What is the same for all leaves the order that follows it.
    private static SessionSort SortOf(SessionFilter filter) => filter.Sort switch
    {
        SessionSort.Status when filter.Status is not null => SessionSort.Created,
        SessionSort.Plan when filter.PlanIds is [_] => SessionSort.Created,
        _ => filter.Sort,
    };
}
