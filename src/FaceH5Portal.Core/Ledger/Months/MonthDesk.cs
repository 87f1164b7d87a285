using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Ledger.Months;

/// <summary>A month, what it comes to, and whether it is closed.</summary>
/// <param name="First">Its first day, in Beijing.</param>
/// <param name="Quantity">Charged calls.</param>
/// <param name="Amount">In 1/10,000 CNY.</param>
/// <param name="ClosableFrom">From which day it can be closed: the vendor may tell of its last charges until then.</param>
/// <param name="Closed">Null while it was never closed.</param>
public sealed record MonthView(DateOnly First, int Quantity, long Amount, DateOnly ClosableFrom, LedgerMonth? Closed);

/// <summary>A month as it is handed to who pays: its sums, and whether they may still change.</summary>
public sealed record Statement(MonthView Month, LedgerSums Sums);

/// <summary>Closes months and opens them again.</summary>
public sealed class MonthDesk(PortalStore store, MonthProver prover, AuditTrail audit, TimeProvider clock)
{
    public const string Topic = "month";
    public const int LongestReason = 200;

    // The use of a token and the vendor's memory of its results, rounded up to days.
    internal const int DaysUntilAllIsTold = 4;

    public async Task<Result<IReadOnlyList<MonthView>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var closed = await db.Set<LedgerMonth>().AsNoTracking().ToDictionaryAsync(month => month.First, cancellationToken);
        // The day is text in the database, and its month the text's beginning; the sums are few.
        var totals = await db.Set<LedgerTotal>().AsNoTracking().GroupBy(total => total.Day)
            .Select(group => new { group.Key, Quantity = group.Sum(total => total.Quantity), Amount = group.Sum(total => total.Amount) }).ToListAsync(cancellationToken);
        return totals.GroupBy(total => LedgerFilter.MonthOf(total.Key)).OrderByDescending(month => month.Key).Select(month => View(
            month.Key, month.Sum(total => total.Quantity), month.Sum(total => total.Amount), closed.GetValueOrDefault(month.Key))).ToList();
    }

    public async Task<Result<Statement>> StatementAsync(Actor actor, DateOnly month, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await StatementAsync(db.Set<LedgerTotal>().AsNoTracking(), db.Set<LedgerMonth>().AsNoTracking(), LedgerFilter.MonthOf(month), cancellationToken);
    }

    /// <summary>The statement to be taken away; that it was is recorded.</summary>
    public async Task<Result<Statement>> TakeAsync(Actor actor, DateOnly month, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        return await store.WriteAsync<Statement>(async write =>
        {
            var first = LedgerFilter.MonthOf(month);
            audit.Record(write, actor, AuditAction.StatementTaken, Target(first));
            return await StatementAsync(write.Set<LedgerTotal>(), write.Set<LedgerMonth>(), first, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Only what holds when it is added up and judged once more.</summary>
    public async Task<Result<DateOnly>> CloseAsync(Actor actor, DateOnly month, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        var first = LedgerFilter.MonthOf(month);
        if (ChinaDate.Today(clock) < ClosableFrom(first))
            return new PortalError("month-not-over", null, ClosableFrom(first).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var proof = await prover.ProveAsync(actor, first, null, cancellationToken);
        if (!proof.Ok)
            return proof.Errors.ToList();
        if (!proof.Value.Holds)
            return new PortalError("month-unproven", null, proof.Value.WrongSums, proof.Value.WrongTokens);
        return await store.WriteAsync<DateOnly>(async write =>
        {
            var closed = await write.Set<LedgerMonth>().FindAsync([first], cancellationToken);
            if (closed is { IsClosed: true })
                return new PortalError("month-closed");
            var statement = await StatementAsync(write.Set<LedgerTotal>(), write.Set<LedgerMonth>(), first, cancellationToken);
            if (closed is null)
                write.Set<LedgerMonth>().Add(closed = new LedgerMonth { First = first });
            (closed.ClosedAtUtc, closed.ClosedBy) = (clock.GetUtcNow().UtcDateTime, actor.Id);
            (closed.Quantity, closed.Amount) = (statement.Sums.Quantity, statement.Sums.Amount);
            Tell(write, actor, AuditAction.MonthClosed, first, Money.Text(closed.Amount));
            return first;
        }, cancellationToken);
    }

    public async Task<Result<DateOnly>> ReopenAsync(Actor actor, DateOnly month, string reason, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(reason))
            return new PortalError("text-required", "Reason");
        if (reason.Length > LongestReason)
            return new PortalError("text-too-long", "Reason", LongestReason);
        return await store.WriteAsync<DateOnly>(async write =>
        {
            var first = LedgerFilter.MonthOf(month);
            if (await write.Set<LedgerMonth>().FindAsync([first], cancellationToken) is not { IsClosed: true } closed)
                return new PortalError("month-open");
            (closed.ClosedAtUtc, closed.ClosedBy) = (null, null);
            Tell(write, actor, AuditAction.MonthReopened, first, reason.Trim());
            return first;
        }, cancellationToken);
    }

    private static async Task<Statement> StatementAsync(
        IQueryable<LedgerTotal> totals, IQueryable<LedgerMonth> months, DateOnly first, CancellationToken cancellationToken)
    {
        var last = first.AddMonths(1).AddDays(-1);
        var sums = new LedgerSums(await totals.AsNoTracking().Where(total => total.Day >= first && total.Day <= last).ToListAsync(cancellationToken));
        return new Statement(View(first, sums.Quantity, sums.Amount, await months.SingleOrDefaultAsync(month => month.First == first, cancellationToken)), sums);
    }

    private static MonthView View(DateOnly first, int quantity, long amount, LedgerMonth? closed) =>
        new(first, quantity, amount, ClosableFrom(first), closed);

    private static DateOnly ClosableFrom(DateOnly first) => first.AddMonths(1).AddDays(DaysUntilAllIsTold);

    private static string Target(DateOnly first) => $"month/{first.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    private void Tell(PortalWrite write, Actor actor, AuditAction action, DateOnly first, string note)
    {
        audit.Record(write, actor, action, Target(first), note);
        write.Announce(new PortalChange(Topic, Guid.Empty));
    }
}
