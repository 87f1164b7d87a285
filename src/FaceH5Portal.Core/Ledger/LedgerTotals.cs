using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Moves what the entries of a day come to, in the write that adds one.</summary>
internal static class LedgerTotals
{
    public static void Move(PortalWrite write, LedgerEntry entry)
    {
        var total = write.FindOrAdd(new LedgerTotal
        {
            Day = ChinaDate.Of(entry.BookedAtUtc),
            PlanId = entry.PlanId,
            CostCentre = entry.CostCentre,
            Type = entry.Type,
            Avoidable = entry.Avoidable,
        });
        total.Quantity += entry.Quantity;
        total.Amount += entry.Amount;
    }
}
