using System.Diagnostics;
using FaceH5Portal.Simulation.Tests.Planted;
using FaceH5Portal.Simulation.Tests.Weather;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests;

/// <summary>Many seeds at once, each in a world of its own.</summary>
internal sealed class Campaign
{
    private readonly Lock gate = new();
    private readonly List<WorldReport> red = [];

    public Coverage Coverage { get; } = new();

    public IReadOnlyList<WorldReport> Red => red;

    public int Seeds { get; private set; }

    public TimeSpan Took { get; private set; }

    public static async Task<Campaign> RunAsync(ulong first, int count, PlantedBug? bug = null, bool untilRed = false)
    {
        var campaign = new Campaign();
        var watch = Stopwatch.StartNew();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(count, Environment.ProcessorCount)).Select(_ => Task.Run(async () =>
        {
            await using var workshop = await Workshop.OpenAsync();
            while (Interlocked.Increment(ref next) is var at && at < count && !(untilRed && campaign.Red.Count > 0))
                campaign.Take(await World.RunAsync(first + (ulong)at, workshop, bug));
        })));
        campaign.Took = watch.Elapsed;
        return campaign;
    }

    private void Take(WorldReport report)
    {
        lock (gate)
        {
            Seeds++;
            Coverage.Add(report.Coverage);
            if (report.IsRed)
                red.Add(report);
        }
    }
}
