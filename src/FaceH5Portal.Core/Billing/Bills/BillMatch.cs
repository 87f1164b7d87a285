using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Reconciling;

namespace FaceH5Portal.Core.Billing.Bills;

/// <summary>One day and type on the bill and in the ledger.</summary>
/// <param name="Day">The day, as both count it.</param>
/// <param name="Type">What was charged.</param>
/// <param name="Billed">Null where the bill has nothing.</param>
/// <param name="Booked">Null where the ledger has nothing.</param>
public sealed record BillMatch(DateOnly Day, ChargeType Type, BillSum? Billed, BillSum? Booked)
{
    public ReconciliationState State => (Billed, Booked) switch
    {
        ({ } billed, null) when billed != default => ReconciliationState.VendorOnly,
        (null, { } booked) when booked != default => ReconciliationState.LedgerOnly,
        ({ } billed, { } booked) when billed.Quantity != booked.Quantity => ReconciliationState.CountMismatch,
        ({ } billed, { } booked) when billed.Amount != booked.Amount => ReconciliationState.AmountMismatch,
        _ => ReconciliationState.Matched,
    };

    /// <summary>By day and type, whatever stands on either side.</summary>
    public static IReadOnlyList<BillMatch> Of(IReadOnlyList<BillLine> bill, LedgerSums ledger)
    {
        var billed = bill.ToDictionary(line => (line.Day, line.Type), line => new BillSum(line.Quantity, line.Amount));
        var booked = ledger.Totals.GroupBy(total => (total.Day, total.Type))
            .ToDictionary(group => group.Key, group => new BillSum(group.Sum(total => total.Quantity), group.Sum(total => total.Amount)));
        return [.. billed.Keys.Union(booked.Keys).Order().Select(key => new BillMatch(key.Day, key.Type,
            billed.TryGetValue(key, out var theirs) ? theirs : null, booked.TryGetValue(key, out var ours) ? ours : null))];
    }
}

/// <summary>Calls and what they cost, in 1/10,000 CNY.</summary>
public readonly record struct BillSum(int Quantity, long Amount);
