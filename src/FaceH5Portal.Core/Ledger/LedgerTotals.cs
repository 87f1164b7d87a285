using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Moves what the entries of a day come to, in the write that adds one.</summary>
public sealed class LedgerTotals
{
    private readonly KeyedRows<TotalKey, LedgerTotal> totals;

    public LedgerTotals()
    {
        var byKey = EF.CompileAsyncQuery((PortalDbContext db, DateOnly day, Guid planId, string costCentre, ChargeType type, AvoidableCause avoidable, CancellationToken _) =>
            db.Set<LedgerTotal>().SingleOrDefault(total =>
                total.Day == day && total.PlanId == planId && total.CostCentre == costCentre && total.Type == type && total.Avoidable == avoidable));
        totals = new((db, key, cancellationToken) => byKey(db, key.Day, key.PlanId, key.CostCentre, key.Type, key.Avoidable, cancellationToken));
    }

    internal async Task MoveAsync(PortalWrite write, LedgerEntry entry, CancellationToken cancellationToken)
    {
        var key = new TotalKey(ChinaDate.Of(entry.BookedAtUtc), entry.PlanId, entry.CostCentre, entry.Type, entry.Avoidable);
        var total = await totals.FindOrAddAsync(write, key, () => new LedgerTotal
        {
            Day = key.Day,
            PlanId = key.PlanId,
            CostCentre = key.CostCentre,
            Type = key.Type,
            Avoidable = key.Avoidable,
        }, cancellationToken);
        total.Quantity += entry.Quantity;
        total.Amount += entry.Amount;
    }

    private sealed record TotalKey(DateOnly Day, Guid PlanId, string CostCentre, ChargeType Type, AvoidableCause Avoidable);
}
