using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>The caps, read once and again when one is changed: every launch looks at them.</summary>
public sealed class BudgetCaps(PortalStore store)
{
    private readonly Lock turn = new();
    private IReadOnlyList<BudgetCap>? known;
    private int changes;

    internal async Task<IReadOnlyList<BudgetCap>> AllAsync(CancellationToken cancellationToken)
    {
        int before;
        lock (turn)
        {
            if (known is not null)
                return known;
            before = changes;
        }
        await using var db = await store.ReadAsync(cancellationToken);
        var read = await db.Set<BudgetCap>().AsNoTracking().ToListAsync(cancellationToken);
        lock (turn)
            // What was changed while it was read is read again by the next.
            if (before == changes)
                known = read;
        return read;
    }

    internal void Forget()
    {
        lock (turn)
            (known, changes) = (null, changes + 1);
    }
}
