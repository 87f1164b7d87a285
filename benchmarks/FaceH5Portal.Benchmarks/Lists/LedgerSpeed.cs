using System.Text;
using FaceH5Portal.Benchmarks.Stubs;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Bills;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using Microsoft.EntityFrameworkCore;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.Lists;

/// <summary>The promise: a month of the ledger with a million entries is read in at most 3 times what one with ten thousand takes.</summary>
internal static class LedgerSpeed
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const int PageLength = 50;
    private const double MostTimes = 3;

    private static readonly Actor Auditor = Actor.InRole("benchmark", "Auditor", Role.Auditor);
    private static readonly Actor Administrator = Actor.InRole("benchmark", "Administrator", Role.Administrator);
    private static readonly LedgerFilter Month = LedgerFilter.OfMonth(new DateOnly(2026, 3, 1));

    // Nothing is asked of the vendor.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    // {0} how many. Seven plans, twenty cost centres and two types, spread over the month.
    private const string Entries = """
        WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {0})
        INSERT INTO LedgerEntries (Id, SessionId, VerifyTokenId, PlanId, CostCentre, "Order", Type, Revision, RawType, Quantity, UnitPrice, Amount, ChargedAtUtc, BookedAtUtc, RecordedAtUtc)
        SELECT printf('01940000-0000-7000-8000-%012X', n), printf('01910000-0000-7000-8000-%012X', n), printf('01920000-0000-7000-8000-%012X', n),
            printf('01930000-0000-7000-8000-%012X', n % 7), printf('team%02d', n * 31 % 20), 1, iif(n % 10 = 0, 'Ocr', 'Verify'), 0, 'verify', 1, 8000, 8000,
            datetime('2026-03-01 02:00:00', printf('+%d seconds', n * 2500000.0 / {0})), datetime('2026-03-01 02:00:00', printf('+%d seconds', n * 2500000.0 / {0})),
            datetime('2026-03-01 02:00:00', printf('+%d seconds', n * 2500000.0 / {0}))
        FROM numbers
        """;

    private const string Totals = """
        INSERT INTO LedgerTotals (Day, PlanId, CostCentre, Type, Quantity, Amount)
        SELECT date(BookedAtUtc, '+8 hours'), PlanId, CostCentre, Type, SUM(Quantity), SUM(Amount) FROM LedgerEntries GROUP BY 1, 2, 3, 4
        """;

    public static async Task<bool> RunAsync()
    {
        // The compiler's first work is nobody's promise, so the first run is not counted.
        _ = await MeasureAsync(Few);
        var few = await MeasureAsync(Few);
        var many = await MeasureAsync(Many);
        var holds = true;
        Console.WriteLine("| a month of the ledger | 10,000 entries, ms | 1,000,000 entries, ms | times |\n|---|---|---|---|");
        foreach (var (name, time) in few)
        {
            var times = many[name] / time;
            holds &= times <= MostTimes;
            Console.WriteLine(FormattableString.Invariant($"| {name} | {time:0.00} | {many[name]:0.00} | {times:0.0} |"));
        }
        return holds;
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(int entries)
    {
        using var folder = new TemporaryFolder();
        await using var portal = await Portal.OpenAsync(Nowhere, folder.Path);
        await Console.Error.WriteLineAsync($"Filling {entries} entries");
        await FillAsync(portal, entries);
        var queries = portal.Get<LedgerQueries>();
        var plan = Guid.ParseExact("01930000-0000-7000-8000-000000000003", "D");
        var middle = new LedgerPlace(new DateTime(2026, 3, 15, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);
        var bills = portal.Get<BillDesk>();
        if (!(await bills.ImportAsync(Administrator, Month.From, Bill(), BillMapping.Usual, CancellationToken.None)).Ok)
            throw new BenchmarkException("The bill is refused.");
        return new Dictionary<string, double>
        {
            ["first page"] = await PageAsync(queries, Month, null),
            ["page in the middle"] = await PageAsync(queries, Month, middle),
            ["one plan"] = await PageAsync(queries, Month with { PlanId = plan }, null),
            ["one type"] = await PageAsync(queries, Month with { Type = ChargeType.Ocr }, null),
            ["one cost centre"] = await PageAsync(queries, Month with { CostCentre = "team07" }, null),
            ["one plan and type"] = await PageAsync(queries, Month with { PlanId = plan, Type = ChargeType.Ocr }, null),
            ["sums of the month"] = await Median.OfAsync(async () => _ = (await queries.SumsAsync(Auditor, Month, CancellationToken.None)).Value.Days.Count),
            ["the vendor's bill beside it"] = await Median.OfAsync(async () => _ = (await bills.MatchAsync(Auditor, Month.From, CancellationToken.None)).Value.Matches.Count),
        };
    }

    private static Task<double> PageAsync(LedgerQueries queries, LedgerFilter filter, LedgerPlace? after) => Median.OfAsync(async () =>
    {
        if ((await queries.PageAsync(Auditor, filter, after, PageLength, CancellationToken.None)).Value.Items.Count != PageLength)
            throw new BenchmarkException("A page of the ledger is not full.");
    });

    private static byte[] Bill() => Encoding.UTF8.GetBytes("消费日期,计费项,用量,金额\n" + string.Concat(
        Enumerable.Range(1, 31).Select(day => $"2026-03-{day:00},人脸实名认证,100,80\n2026-03-{day:00},身份证识别,100,5\n")));

    private static async Task FillAsync(Portal portal, int entries)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        // Nobody promises anything about the filling.
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF; PRAGMA cache_size=-500000;");
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync(Entries, entries);
        await db.Database.ExecuteSqlRawAsync(Totals);
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);");
    }
}
