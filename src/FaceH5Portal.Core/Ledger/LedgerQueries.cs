using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Reads the ledger: entry by entry from an index, and sums from what is kept beside the entries.</summary>
public sealed class LedgerQueries(PortalStore store)
{
    public async Task<Result<LedgerPage>> PageAsync(
        Actor actor, LedgerFilter filter, LedgerPlace? after, int limit, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        var (from, before) = (ChinaDate.StartUtc(filter.From), ChinaDate.StartUtc(filter.Until.AddDays(1)));
        await using var db = await store.ReadAsync(cancellationToken);
        var entries = db.Set<LedgerEntry>().AsNoTracking().Where(entry => entry.BookedAtUtc >= from && entry.BookedAtUtc < before);
        if (filter.PlanId is { } plan)
            entries = entries.Where(entry => entry.PlanId == plan);
        if (filter.Type is { } type)
            entries = entries.Where(entry => entry.Type == type);
        if (filter.CostCentre is { } centre)
            entries = entries.Where(entry => entry.CostCentre == centre);
        if (filter.Avoidable is { } cause)
            // Said twice so that the index of the few is used.
            entries = entries.Where(entry => entry.Avoidable == cause && entry.Avoidable != AvoidableCause.None);
        if (after is { } place)
            entries = entries.Where(entry => entry.BookedAtUtc < place.BookedAtUtc
                || (entry.BookedAtUtc == place.BookedAtUtc && entry.Id.CompareTo(place.Id) < 0));
        // One more than asked for tells whether there is a next page.
        var found = await entries.OrderByDescending(entry => entry.BookedAtUtc).ThenByDescending(entry => entry.Id)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var page = found.Take(limit).ToList();
        return new LedgerPage(page, found.Count > limit ? new LedgerPlace(page[^1].BookedAtUtc, page[^1].Id) : null);
    }

    public async Task<Result<LedgerSums>> SumsAsync(Actor actor, LedgerFilter filter, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var totals = db.Set<LedgerTotal>().AsNoTracking().Where(total => total.Day >= filter.From && total.Day <= filter.Until);
        if (filter.PlanId is { } plan)
            totals = totals.Where(total => total.PlanId == plan);
        if (filter.Type is { } type)
            totals = totals.Where(total => total.Type == type);
        if (filter.CostCentre is { } centre)
            totals = totals.Where(total => total.CostCentre == centre);
        if (filter.Avoidable is { } cause)
            totals = totals.Where(total => total.Avoidable == cause);
        return new LedgerSums(await totals.ToListAsync(cancellationToken));
    }
}
