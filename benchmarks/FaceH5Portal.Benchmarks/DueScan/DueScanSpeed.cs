using System.Diagnostics;
using FaceH5Portal.Benchmarks.Stubs;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.DueScan;

/// <summary>The promise: with a million sessions stored and a hundred thousand open, a due scan takes under 5 ms in 99 of 100 cases.</summary>
internal static class DueScanSpeed
{
    private const int Stored = 1_000_000;
    private const int Open = 100_000;
    private const int Due = 20;
    private const int Repeats = 2_000;
    private const double MostMilliseconds = 5;

    private static readonly SessionFilter FirstPage = new() { Limit = 25 };

    private static readonly Actor Operator = Actor.InRole("benchmark", "Operator", Role.Operator);

    // Nothing is asked of the vendor.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    public static async Task<bool> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var portal = await Portal.OpenAsync(Nowhere, folder.Path);
        await Console.Error.WriteLineAsync($"Filling {Stored} sessions");
        await BigDatabase.FillAsync(portal, Stored, Open);
        var pass = portal.Get<HarvestPass>();
        // The first pass also does what is done once an hour.
        var first = await TimeAsync(() => pass.RunAsync(CancellationToken.None));
        Rounds[] promised =
        [
            await RepeatAsync(() => pass.NextDueAsync(CancellationToken.None)),
            await RepeatAsync(() => pass.RunAsync(CancellationToken.None)),
            await WithSomeDueAsync(portal, pass),
        ];
        await CreateFirstPageAsync(portal);
        var list = await RepeatAsync(() => portal.Get<SessionSearch>().FindAsync(
            Operator, FirstPage, CancellationToken.None), Repeats / 10);
        Report(promised, list, first);
        return promised.All(rounds => rounds.Percentile(0.99) < MostMilliseconds);
    }

    private static async Task<Rounds> WithSomeDueAsync(Portal portal, HarvestPass pass)
    {
        await using (var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None))
            await db.Database.ExecuteSqlRawAsync($"""
                UPDATE VerifyTokens SET DueUtc = datetime('now', '-1 minute') WHERE Id IN (SELECT Id FROM VerifyTokens WHERE DueUtc IS NOT NULL LIMIT {Due});
                UPDATE HarvestItems SET DueUtc = datetime('now', '-1 minute') WHERE Id IN (SELECT Id FROM HarvestItems WHERE DueUtc IS NOT NULL LIMIT {Due});
                """);
        return await RepeatAsync(() => pass.DueAsync(CancellationToken.None));
    }

    /// <summary>The page shows names, and those that were filled in cannot be opened.</summary>
    private static async Task CreateFirstPageAsync(Portal portal)
    {
        var plans = await portal.Get<PlanService>().ListAsync(Operator, CancellationToken.None);
        var request = new NewSession(plans.Value.Single(plan => plan.Terms.VendorPlanId == "1001").Id)
        {
            Identity = new Identity("测试甲", "110101199003070011", CertificateType.ResidentIdCard),
        };
        for (var row = 0; row < FirstPage.Limit; row++)
            _ = (await portal.Get<SessionService>().CreateAsync(Operator, request, CancellationToken.None)).Value;
    }

    private static async Task<Rounds> RepeatAsync<T>(Func<Task<T>> scan, int repeats = Repeats)
    {
        for (var warmUp = 0; warmUp < 200; warmUp++) await scan();
        var rounds = new Rounds();
        for (var repeat = 0; repeat < repeats; repeat++) rounds.Add(await TimeAsync(scan));
        return rounds;
    }

    private static async Task<double> TimeAsync<T>(Func<Task<T>> scan)
    {
        var started = Stopwatch.GetTimestamp();
        await scan();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Report(Rounds[] promised, Rounds list, double first)
    {
        var table = new MarkdownTable("ms", "p50", "p99", "most");
        string[] names = ["when the next is due", "a whole pass, nothing due", $"what is due, {2 * Due} of it", "for information: first page of the session list"];
        foreach (var (name, rounds) in names.Zip([.. promised, list]))
            table.Add(name, Text(rounds.Median), Text(rounds.Percentile(0.99)), Text(rounds.Most));
        Console.WriteLine($"{Stored} sessions stored, {Open} open, {Repeats} scans each; the hourly cleaning took {Text(first)} ms");
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine(table);

        static string Text(double figure) => figure.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
    }
}
