using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Ledger;

public sealed class LedgerDeskTests : IAsyncLifetime
{
    private static readonly Tariff Tariff = new(null, 8_000, 500);
    private static readonly DateTime March = new(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc);

    private LedgerBench bench = null!;

    public async Task InitializeAsync() => bench = await LedgerBench.OpenAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_reversal_takes_an_entry_back_and_leaves_it_as_it_was()
    {
        var entry = await PostedAsync();
        Assert.Empty((await bench.Desk.ReverseAsync(LedgerBench.Administrator, entry.Id, " The vendor took it back. ", CancellationToken.None)).Errors);
        var entries = await bench.EntriesAsync();
        Assert.Equal([(0, 1, 8_000L), (1, -1, -8_000L)], entries.Select(e => (e.Revision, e.Quantity, e.Amount)));
        Assert.Equal((entry.Id, "The vendor took it back.", entry.ChargedAtUtc), (entries[1].ReversesId, entries[1].Reason, entries[1].ChargedAtUtc));
        var sums = await bench.SumsAsync(2026, 3);
        Assert.Equal((0, 0L), (sums.Quantity, sums.Amount));
    }

    [Fact]
    public async Task A_correction_puts_another_entry_in_its_place()
    {
        var entry = await PostedAsync();
        Assert.Empty((await bench.Desk.CorrectAsync(LedgerBench.Administrator, entry.Id, 7_500, "As billed", CancellationToken.None)).Errors);
        Assert.Equal([8_000, -8_000, 7_500], (await bench.EntriesAsync()).Select(e => e.Amount));
        Assert.Equal((1, 7_500L), ((await bench.SumsAsync(2026, 3)).Quantity, (await bench.SumsAsync(2026, 3)).Amount));
    }

    [Fact]
    public async Task What_was_taken_back_is_not_taken_back_twice_and_a_reversal_is_not_reversed()
    {
        var entry = await PostedAsync();
        var reversal = await bench.Desk.ReverseAsync(LedgerBench.Administrator, entry.Id, "x", CancellationToken.None);
        Assert.Equal("entry-reversed", (await bench.Desk.ReverseAsync(LedgerBench.Administrator, entry.Id, "x", CancellationToken.None)).Errors[0].Code);
        Assert.Equal("entry-reversed", (await bench.Desk.ReverseAsync(LedgerBench.Administrator, reversal.Value, "x", CancellationToken.None)).Errors[0].Code);
        Assert.Equal("not-found", (await bench.Desk.ReverseAsync(LedgerBench.Administrator, Guid.NewGuid(), "x", CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task Of_many_who_reverse_one_entry_at_once_one_does()
    {
        var entry = await PostedAsync();
        var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bench.Desk.ReverseAsync(LedgerBench.Administrator, entry.Id, "x", CancellationToken.None)));
        Assert.Single(done, result => result.Ok);
        Assert.Equal(0, (await bench.SumsAsync(2026, 3)).Amount);
    }

    [Theory]
    [InlineData("", 1, "text-required")]
    [InlineData("x", -1, "number-out-of-range")]
    public async Task Without_a_reason_or_with_a_senseless_price_nothing_is_written(string reason, long price, string code)
    {
        var entry = await PostedAsync();
        Assert.Equal(code, (await bench.Desk.CorrectAsync(LedgerBench.Administrator, entry.Id, price, reason, CancellationToken.None)).Errors[0].Code);
        Assert.Single(await bench.EntriesAsync());
    }

    [Fact]
    public async Task An_auditor_reads_the_ledger_and_changes_nothing()
    {
        var entry = await PostedAsync();
        var auditor = Actor.InRole("test-auditor", "Auditor", Role.Auditor);
        Assert.Equal("access-denied", (await bench.Desk.ReverseAsync(auditor, entry.Id, "x", CancellationToken.None)).Errors[0].Code);
        Assert.True((await bench.Portal.Get<LedgerQueries>().SumsAsync(auditor, LedgerFilter.OfMonth(new DateOnly(2026, 3, 1)), CancellationToken.None)).Ok);
    }

    [Fact]
    public async Task Who_reversed_what_is_in_the_audit()
    {
        var entry = await PostedAsync();
        await bench.Desk.ReverseAsync(LedgerBench.Administrator, entry.Id, "x", CancellationToken.None);
        await using var db = await bench.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var told = await db.Set<AuditEntry>().SingleAsync(e => e.Action == AuditAction.ChargeReversed);
        Assert.Equal(("test-administrator", $"session/{entry.SessionId}", "1/Verify"), (told.ActorId, told.Target, told.Note));
    }

    [Fact]
    public async Task A_charge_told_again_after_its_reversal_stays_reversed()
    {
        var session = await SessionDriver.CreateAsync(bench.Portal);
        await session.GoThroughAsync();
        var entry = Assert.Single(await bench.EntriesAsync());
        await bench.Desk.ReverseAsync(LedgerBench.Administrator, entry.Id, "x", CancellationToken.None);
        var owner = new ChargeOwner(entry.SessionId, entry.VerifyTokenId, entry.PlanId, null, Tariff);
        await bench.Portal.Get<PortalStore>().WriteAsync<int>(async write =>
        {
            await bench.Portal.Get<LedgerBook>().PostAsync(write, owner, [new Charge(1, ChargeType.Verify, "verify", 1, null)], CancellationToken.None);
            return 0;
        }, CancellationToken.None);
        Assert.Equal(2, (await bench.EntriesAsync()).Count);
    }

    [Fact]
    public async Task A_page_of_the_ledger_goes_on_where_the_last_one_ended()
    {
        foreach (var minute in Enumerable.Range(0, 7))
            await bench.PostAsync(Tariff, minute % 2 == 0 ? "sales-1" : null, LedgerBench.Verify(1, March.AddMinutes(minute / 2)));
        var (filter, seen) = (LedgerFilter.OfMonth(new DateOnly(2026, 3, 1)), new List<LedgerEntry>());
        for (var page = await bench.PageAsync(filter, limit: 3); ; page = await bench.PageAsync(filter, page.Next, 3))
        {
            seen.AddRange(page.Items);
            if (page.Next is null)
                break;
        }
        Assert.Equal(7, seen.DistinctBy(entry => entry.Id).Count());
        Assert.Equal(seen.OrderByDescending(entry => entry.BookedAtUtc).ThenByDescending(entry => entry.Id), seen);
        Assert.Equal(4, (await bench.PageAsync(filter with { CostCentre = "sales" })).Items.Count);
        Assert.Empty((await bench.PageAsync(filter with { Type = ChargeType.Ocr })).Items);
        Assert.Equal([("", 3), ("sales", 4)], (await bench.SumsAsync(2026, 3)).CostCentres.Select(sum => (sum.Of, sum.Quantity)));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("order17", "")]
    [InlineData("sales-0017", "sales")]
    [InlineData("-17", "")]
    [InlineData("risk/17-b", "risk")]
    public void A_reference_names_its_cost_centre_before_the_first_separator(string? reference, string centre) =>
        Assert.Equal(centre, CostCentre.Of(reference));

    private async Task<LedgerEntry> PostedAsync()
    {
        await bench.PostAsync(Tariff, null, LedgerBench.Verify(1, March));
        return Assert.Single(await bench.EntriesAsync());
    }
}
