using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.Lists;

/// <summary>A month of the ledger of any size, written by the database itself: seven plans, twenty cost centres and two types, spread over March.</summary>
internal static class LedgerFill
{
    public static readonly LedgerFilter Month = LedgerFilter.OfMonth(new DateOnly(2026, 3, 1));

    // {0} how many. The token's id tells its time, as ids of the portal do.
    private const string Entries = """
        WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {0}),
        times(n, at, minted) AS (SELECT n, datetime('2026-03-01 02:00:00', printf('+%d seconds', n * 2500000.0 / {0})),
            printf('%012X', (unixepoch('2026-03-01 02:00:00') + n * 2500000 / {0}) * 1000) FROM numbers)
        INSERT INTO LedgerEntries (Id, SessionId, VerifyTokenId, PlanId, CostCentre, Avoidable, "Order", Type, Revision, RawType, Quantity, UnitPrice, Amount, ChargedAtUtc, BookedAtUtc, RecordedAtUtc)
        SELECT printf('01940000-0000-7000-8000-%012X', n), printf('01910000-0000-7000-8000-%012X', n),
            printf('%s-%s-7000-8000-%012X', substr(minted, 1, 8), substr(minted, 9, 4), n),
            printf('01930000-0000-7000-8000-%012X', n % 7), printf('team%02d', n * 31 % 20), 'None', 1, iif(n % 10 = 0, 'Ocr', 'Verify'), 0, 'verify', 1, 8000, 8000, at, at, at
        FROM times
        """;

    private const string Totals = """
        INSERT INTO LedgerTotals (Day, PlanId, CostCentre, Type, Avoidable, Quantity, Amount)
        SELECT date(BookedAtUtc, '+8 hours'), PlanId, CostCentre, Type, Avoidable, SUM(Quantity), SUM(Amount) FROM LedgerEntries GROUP BY 1, 2, 3, 4, 5
        """;

    // {0} the account that is like all others of the type {1}.
    private const string Accounts = """
        INSERT INTO TokenAccounts (VerifyTokenId, SessionId, PlanId, OpenedAtUtc, JudgedAtUtc, Facts, State, Findings)
        SELECT entry.VerifyTokenId, entry.SessionId, entry.PlanId, entry.RecordedAtUtc, entry.RecordedAtUtc, like.Facts, like.State, like.Findings
        FROM LedgerEntries entry, TokenAccounts like WHERE entry.Type = {1} AND like.VerifyTokenId = {0}
        """;

    public static async Task RunAsync(Portal portal, int entries, bool withAccounts = false)
    {
        await Console.Error.WriteLineAsync($"Filling {entries} entries");
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        // Nobody promises anything about the filling.
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF; PRAGMA cache_size=-500000;");
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync(Entries, entries);
        await db.Database.ExecuteSqlRawAsync(Totals);
        if (withAccounts)
            foreach (var type in new[] { ChargeType.Verify, ChargeType.Ocr })
                await db.Database.ExecuteSqlRawAsync(Accounts, await LikeAsync(portal, type), type.ToString());
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    /// <summary>Judged by the portal, so that it is as the portal would have written it.</summary>
    private static async Task<Guid> LikeAsync(Portal portal, ChargeType type)
    {
        var at = new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc);
        var account = new TokenAccount { VerifyTokenId = Guid.NewGuid(), SessionId = Guid.NewGuid(), PlanId = Guid.NewGuid(), OpenedAtUtc = at };
        var ocr = type == ChargeType.Ocr;
        account.Know(new AccountFacts
        {
            Attempts = [new(1, ocr ? "223120" : "0", !ocr, ChargeType.Verify, !ocr, ChargeType.Verify, ocr, ocr ? 1 : null)],
            Totals = new ToldTotals(1, ocr ? 0 : 1, 0, ocr ? 1 : 0, 0),
            Posted = [new(1, type)],
            Statistics = [new(BaiduServices.VerifyFinal, ocr ? "223120" : "0", 1)],
            ReadsCards = ocr,
            IsFinal = true,
        }, at);
        if (account.State != ReconciliationState.Matched)
            throw new BenchmarkException($"The account that all are like does not agree: {account.State}.");
        await portal.Get<PortalStore>().WriteAsync<Guid>(write =>
        {
            write.Add(account);
            return Task.FromResult<Result<Guid>>(account.VerifyTokenId);
        }, CancellationToken.None);
        return account.VerifyTokenId;
    }
}
