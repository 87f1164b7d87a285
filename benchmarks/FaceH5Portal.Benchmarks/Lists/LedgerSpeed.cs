using FaceH5Portal.Benchmarks.Stubs;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Bills;
using FaceH5Portal.Core.Ledger;
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
    private static readonly LedgerFilter Month = LedgerFill.Month;

    // Nothing is asked of the vendor.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

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
        await LedgerFill.RunAsync(portal, entries);
        var queries = portal.Get<LedgerQueries>();
        var plan = Guid.ParseExact("01930000-0000-7000-8000-000000000003", "D");
        var middle = new LedgerPlace(new DateTime(2026, 3, 15, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);
        var bills = portal.Get<BillDesk>();
        if (!(await bills.ImportAsync(Administrator, Month.From, SampleBill.Bytes(), BillMapping.Usual, CancellationToken.None)).Ok)
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
}
