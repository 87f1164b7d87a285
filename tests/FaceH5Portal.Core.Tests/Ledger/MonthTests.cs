using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Ledger.Pricing;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Ledger;

public sealed class MonthTests : IAsyncLifetime
{
    private static readonly Tariff Tariff = new(null, 8_000, 500);
    private static readonly DateOnly February = new(2026, 2, 1);
    private static readonly DateTime InFebruary = new(2026, 2, 27, 4, 0, 0, DateTimeKind.Utc);

    private LedgerBench bench = null!;

    public async Task InitializeAsync() => bench = await LedgerBench.OpenAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    private MonthDesk Desk => bench.Portal.Get<MonthDesk>();

    [Fact]
    public async Task A_month_is_closed_once_the_vendor_can_tell_no_more_of_it()
    {
        await bench.PostAsync(Tariff, null, LedgerBench.Verify(1, InFebruary));
        // It is the first of March.
        var early = await Desk.CloseAsync(LedgerBench.Administrator, February, CancellationToken.None);
        Assert.Equal(("month-not-over", "2026-03-05"), (early.Errors[0].Code, early.Errors[0].Args[0]));
        bench.Portal.Advance(TimeSpan.FromDays(4));
        Assert.True((await Desk.CloseAsync(LedgerBench.Administrator, February, CancellationToken.None)).Ok);
        Assert.Equal("month-closed", (await Desk.CloseAsync(LedgerBench.Administrator, February, CancellationToken.None)).Errors[0].Code);
        var month = Assert.Single((await Desk.ListAsync(LedgerBench.Administrator, CancellationToken.None)).Value);
        Assert.Equal((February, 1, 8_000L, 8_000L, "test-administrator"), (month.First, month.Quantity, month.Amount, month.Closed!.Amount, month.Closed.ClosedBy));
    }

    [Fact]
    public async Task What_becomes_known_of_a_closed_month_counts_on_the_day_it_does()
    {
        await ClosedAsync();
        await bench.PostAsync(Tariff, null, LedgerBench.Verify(2, InFebruary));
        Assert.Equal((8_000L, 8_000L), ((await bench.SumsAsync(2026, 2)).Amount, (await bench.SumsAsync(2026, 3)).Amount));
        var late = (await bench.EntriesAsync())[^1];
        Assert.Equal((InFebruary, bench.Portal.NowUtc), (late.ChargedAtUtc, late.BookedAtUtc));
    }

    [Fact]
    public async Task A_reversal_in_a_closed_month_counts_on_the_day_it_is_made()
    {
        await ClosedAsync();
        await bench.Desk.ReverseAsync(LedgerBench.Administrator, (await bench.EntriesAsync())[0].Id, "Credited", CancellationToken.None);
        Assert.Equal((8_000L, -8_000L), ((await bench.SumsAsync(2026, 2)).Amount, (await bench.SumsAsync(2026, 3)).Amount));
    }

    [Fact]
    public async Task Opening_a_month_again_takes_a_reason_and_is_in_the_audit()
    {
        await ClosedAsync();
        Assert.Equal("text-required", (await Desk.ReopenAsync(LedgerBench.Administrator, February, " ", CancellationToken.None)).Errors[0].Code);
        Assert.True((await Desk.ReopenAsync(LedgerBench.Administrator, February, "A charge was missing", CancellationToken.None)).Ok);
        Assert.Equal("month-open", (await Desk.ReopenAsync(LedgerBench.Administrator, February, "x", CancellationToken.None)).Errors[0].Code);
        await bench.PostAsync(Tariff, null, LedgerBench.Verify(2, InFebruary));
        Assert.Equal(16_000, (await bench.SumsAsync(2026, 2)).Amount);
        await using var db = await bench.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var told = await db.Set<AuditEntry>().Where(entry => entry.Target == "month/2026-02").OrderBy(entry => entry.Sequence).ToListAsync();
        Assert.Equal([(AuditAction.MonthClosed, "0.80"), (AuditAction.MonthReopened, "A charge was missing")], told.Select(entry => (entry.Action, entry.Note!)));
    }

    [Fact]
    public async Task An_auditor_takes_a_statement_which_is_recorded_and_closes_nothing()
    {
        await ClosedAsync();
        var auditor = Actor.InRole("test-auditor", "Auditor", Role.Auditor);
        var statement = (await Desk.TakeAsync(auditor, new DateOnly(2026, 2, 14), CancellationToken.None)).Value;
        Assert.Equal((February, 8_000L, true), (statement.Month.First, statement.Sums.Amount, statement.Month.Closed!.IsClosed));
        Assert.Equal("access-denied", (await Desk.ReopenAsync(auditor, February, "x", CancellationToken.None)).Errors[0].Code);
        await using var db = await bench.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        Assert.Equal("test-auditor", (await db.Set<AuditEntry>().SingleAsync(entry => entry.Action == AuditAction.StatementTaken)).ActorId);
    }

    private async Task ClosedAsync()
    {
        await bench.PostAsync(Tariff, null, LedgerBench.Verify(1, InFebruary));
        bench.Portal.Advance(TimeSpan.FromDays(4));
        Assert.True((await Desk.CloseAsync(LedgerBench.Administrator, February, CancellationToken.None)).Ok);
    }
}
