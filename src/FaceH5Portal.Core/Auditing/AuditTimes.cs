using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Auditing;

/// <summary>Finds a time in the audit by halving it: entries are numbered in the order of their time, so no index has to be kept for it.</summary>
internal static class AuditTimes
{
    /// <summary>The number of the first entry at that time or later; one more than the last where there is none.</summary>
    public static async Task<long> FirstSinceAsync(PortalDbContext db, DateTime utc, CancellationToken cancellationToken)
    {
        var entries = db.Set<AuditEntry>();
        var (low, high) = (0L, 1 + (await entries.MaxAsync(entry => (long?)entry.Sequence, cancellationToken) ?? 0));
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            // The number itself may be missing in what is older than the chain.
            var at = await entries.Where(entry => entry.Sequence >= middle).OrderBy(entry => entry.Sequence)
                .Select(entry => (DateTime?)entry.OccurredAtUtc).FirstOrDefaultAsync(cancellationToken);
            if (at < utc)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
