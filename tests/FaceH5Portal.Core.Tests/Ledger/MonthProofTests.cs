using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Ledger;

/// <summary>A month added up and judged once more. What it would find is made by a hand in the database: nothing else can.</summary>
public sealed class MonthProofTests : IAsyncLifetime
{
    private static readonly Actor Administrator = LedgerBench.Administrator;

    private PortalHarness portal = null!;
    private DateOnly month;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        month = LedgerFilter.MonthOf(ChinaDate.Today(portal.Clock));
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        await (await SessionDriver.CreateAsync(portal, "1007")).GoThroughAsync();
        await portal.SweepAsync();
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_month_that_nobody_touched_holds()
    {
        var proof = await ProveAsync();
        Assert.True(proof.Holds);
        Assert.Equal((2, 2, 2), (proof.Entries, proof.Quantity, proof.Tokens));
        Assert.Equal(2, proof.States[ReconciliationState.Matched]);
        Assert.Equal((await portal.Get<LedgerQueries>().SumsAsync(Administrator, LedgerFilter.OfMonth(month), CancellationToken.None)).Value.Amount, proof.Amount);
    }

    [Theory]
    [InlineData("UPDATE LedgerTotals SET Amount = Amount + 1 WHERE rowid = (SELECT MIN(rowid) FROM LedgerTotals)")]
    [InlineData("DELETE FROM LedgerTotals WHERE rowid = (SELECT MIN(rowid) FROM LedgerTotals)")]
    [InlineData("UPDATE LedgerEntries SET Amount = 0 WHERE rowid = (SELECT MIN(rowid) FROM LedgerEntries)")]
    public async Task A_sum_that_its_entries_do_not_come_to_is_found(string hand)
    {
        await DoAsync(hand);
        var proof = await ProveAsync();
        Assert.Equal((1, 0), (proof.WrongSums, proof.WrongTokens));
        Assert.False(proof.Holds);
    }

    [Fact]
    public async Task A_charge_that_the_vendor_told_and_the_ledger_lost_is_found_with_its_session()
    {
        await DoAsync("DELETE FROM LedgerEntries WHERE rowid = (SELECT MIN(rowid) FROM LedgerEntries)");
        var proof = await ProveAsync();
        Assert.Equal((1, 1), (proof.WrongSums, proof.WrongTokens));
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var kept = await db.Set<LedgerEntry>().Select(entry => entry.SessionId).SingleAsync();
        Assert.NotEqual(kept, Assert.Single(proof.WrongSessions));
    }

    [Fact]
    public async Task A_judgement_that_the_facts_do_not_bear_is_found()
    {
        await DoAsync("UPDATE TokenAccounts SET State = 'VendorOnly' WHERE rowid = (SELECT MIN(rowid) FROM TokenAccounts)");
        Assert.Equal(1, (await ProveAsync()).WrongTokens);
    }

    [Fact]
    public async Task A_month_that_does_not_hold_is_not_closed()
    {
        await DoAsync("UPDATE LedgerTotals SET Amount = Amount + 1");
        portal.Advance(TimeSpan.FromDays(40));
        var refused = await portal.Get<MonthDesk>().CloseAsync(Administrator, month, CancellationToken.None);
        Assert.Equal("month-unproven", refused.Errors.Single().Code);
    }

    [Fact]
    public async Task Whoever_reads_one_moment_does_not_see_what_is_written_meanwhile_and_keeps_nobody_from_writing()
    {
        var store = portal.Get<PortalStore>();
        await using var moment = await store.ReadOneMomentAsync(CancellationToken.None);
        var before = await moment.Set<LedgerEntry>().CountAsync();
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        Assert.Equal(before, await moment.Set<LedgerEntry>().CountAsync());
        await using var now = await store.ReadAsync(CancellationToken.None);
        Assert.Equal(before + 1, await now.Set<LedgerEntry>().CountAsync());
    }

    private async Task<MonthProof> ProveAsync() =>
        (await portal.Get<MonthProver>().ProveAsync(Administrator, month, null, CancellationToken.None)).Value;

    private async Task DoAsync(string hand)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync(hand);
    }
}
