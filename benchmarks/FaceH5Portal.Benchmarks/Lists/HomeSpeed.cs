using System.Diagnostics;
using FaceH5Portal.Benchmarks.DueScan;
using FaceH5Portal.Benchmarks.Stubs;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Overview;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.Lists;

/// <summary>The promise: what Home reads takes at a million sessions at most 3 times what it takes at ten thousand.</summary>
internal static class HomeSpeed
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const double MostTimes = 3;

    private static readonly Actor Operator = Actor.InRole("benchmark", "Operator", Role.Operator);

    // Nothing is asked of the vendor.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    public static async Task<bool> RunAsync()
    {
        // The compiler's first work is nobody's promise, so the first run is not counted.
        _ = await MeasureAsync(Few);
        var few = await MeasureAsync(Few);
        var many = await MeasureAsync(Many);
        var holds = true;
        Console.WriteLine("| Home reads | 10,000 sessions, ms | 1,000,000 sessions, ms | times |\n|---|---|---|---|");
        foreach (var (name, time) in few.Times)
        {
            var times = many.Times[name] / time;
            holds &= times <= MostTimes;
            Console.WriteLine(FormattableString.Invariant($"| {name} | {time:0.00} | {many.Times[name]:0.00} | {times:0.0} |"));
        }
        Console.WriteLine(FormattableString.Invariant($"\nEvery day counted anew: {few.Seconds:0.0} s at {few.Days} days, {many.Seconds:0.0} s at {many.Days}."));
        return holds;
    }

    private static async Task<Figures> MeasureAsync(int sessions)
    {
        using var folder = new TemporaryFolder();
        await using var portal = await Portal.OpenAsync(Nowhere, folder.Path);
        await Console.Error.WriteLineAsync($"Filling {sessions} sessions");
        await BigDatabase.FillAsync(portal, sessions, sessions / 10);
        var start = Stopwatch.GetTimestamp();
        var days = await portal.Get<OverviewPass>().RunAsync(CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var (trends, waiting) = (portal.Get<OverviewQueries>(), portal.Get<WaitingQueries>());
        var times = new Dictionary<string, double>
        {
            ["what waits"] = await Median.OfAsync(async () => _ = (await waiting.GetAsync(Operator, CancellationToken.None)).Value),
        };
        foreach (var period in OverviewQueries.Periods)
            times[$"{period} days"] = await Median.OfAsync(async () => _ = (await trends.TrendsAsync(Operator, period, null, CancellationToken.None)).Value);
        return new Figures(times, days, seconds);
    }

    private sealed record Figures(Dictionary<string, double> Times, int Days, double Seconds);
}
