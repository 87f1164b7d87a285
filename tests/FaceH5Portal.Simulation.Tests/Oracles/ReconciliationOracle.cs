using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>A vendor that tells its charges as they are is accused of nothing, and the sums are those of the entries.</summary>
internal sealed class ReconciliationOracle(World world, Books books)
{
    public void Check()
    {
        foreach (var account in books.Accounts.Where(account => account.State is not (ReconciliationState.Matched or ReconciliationState.Open)))
            if (account.State != ReconciliationState.Unprovable || !IsExcused(account))
                world.Fail($"a token is held to be {account.State}: {string.Join(", ", account.Findings.All)}");
        var known = books.Accounts.Select(account => account.VerifyTokenId).ToHashSet();
        if (books.Attempts.Any(attempt => !known.Contains(attempt.VerifyTokenId)))
            world.Fail("the charges of an attempt are in no account");
        foreach (var account in books.Accounts.Where(account => account.State == ReconciliationState.Open && IsSettled(account)))
            world.Fail($"an account of which all is known stays open: {account.Facts}");
        CheckTotals();
    }

    private static bool IsExcused(TokenAccount account) => account.Facts.RecordIsLost || account.Facts.StatisticsAreLost
        || account.Facts.Attempts.Any(attempt => attempt is { Told: null, Expected: null });

    private bool IsSettled(TokenAccount account) => account.Facts.IsFinal
        && books.Items.Any(item => item.VerifyTokenId == account.VerifyTokenId && item is { Kind: HarvestKind.Stat, State: not HarvestItemState.Owed });

    private void CheckTotals()
    {
        var sums = books.Ledger.GroupBy(entry => (ChinaDate.Of(entry.BookedAtUtc), entry.PlanId, entry.CostCentre, entry.Type, entry.Avoidable))
            .ToDictionary(group => group.Key, group => (group.Sum(entry => entry.Quantity), group.Sum(entry => entry.Amount)));
        var totals = books.Totals.ToDictionary(total => (total.Day, total.PlanId, total.CostCentre, total.Type, total.Avoidable), total => (total.Quantity, total.Amount));
        if (sums.Count != totals.Count || sums.Any(sum => totals.GetValueOrDefault(sum.Key) != sum.Value))
            world.Fail("the sums of the ledger are not those of its entries");
    }
}
