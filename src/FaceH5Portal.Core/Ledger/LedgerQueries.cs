using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Ledger;

/// <summary>What a day cost, by type of charge.</summary>
public sealed record DayTotal(DateOnly Day, ChargeType Type, int Quantity, long Amount);

public sealed class LedgerQueries(PortalStore store, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromDays(3);

    /// <summary>Entries of the vendor's 3-day window, newest first, from the start of the reader's day in which it begins.</summary>
    public async Task<Result<IReadOnlyList<LedgerEntry>>> RecentAsync(
        Actor actor, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var day = TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime - Window, zone).Date;
        var since = TimeZoneInfo.ConvertTimeToUtc(day, zone);
        return await db.Set<LedgerEntry>().AsNoTracking().Where(entry => entry.ChargedAtUtc >= since)
            .OrderByDescending(entry => entry.ChargedAtUtc).ToListAsync(cancellationToken);
    }

    /// <summary>Days are those of the reader's zone: a charge at 23:59 there belongs to that day.</summary>
    public static IReadOnlyList<DayTotal> Totals(IEnumerable<LedgerEntry> entries, TimeZoneInfo zone) => entries
        .GroupBy(entry => (Day: DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(entry.ChargedAtUtc, zone)), entry.Type))
        .Select(group => new DayTotal(group.Key.Day, group.Key.Type, group.Sum(e => e.Quantity), group.Sum(e => e.Amount)))
        .OrderByDescending(total => total.Day).ThenBy(total => total.Type).ToList();
}
