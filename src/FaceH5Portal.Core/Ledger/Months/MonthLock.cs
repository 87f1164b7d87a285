using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Ledger.Months;

/// <summary>A closed month changes no more: what becomes known of it later counts on the day it does.</summary>
internal static class MonthLock
{
    public static async Task<DateTime> BookedAtAsync(PortalWrite write, DateTime utc, TimeProvider clock, CancellationToken cancellationToken)
    {
        var month = LedgerFilter.MonthOf(ChinaDate.Of(utc));
        // Only a month that is over can be closed, so the one that runs needs no look.
        if (month >= LedgerFilter.MonthOf(ChinaDate.Today(clock)))
            return utc;
        return await write.Set<LedgerMonth>().FindAsync([month], cancellationToken) is { IsClosed: true } ? clock.GetUtcNow().UtcDateTime : utc;
    }
}
