using FaceH5Portal.Simulation.Tests.Planted;
using FaceH5Portal.Simulation.Tests.Worlds;
using Xunit.Abstractions;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace FaceH5Portal.Simulation.Tests;

public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Seeds = 500;
    private const int SeedsForABug = 50;
    private const ulong First = 1;

    [Fact]
    public async Task In_five_hundred_worlds_the_portals_books_are_the_vendors_and_every_row_and_fault_is_met()
    {
        var campaign = await Campaign.RunAsync(First, Seeds);
        output.WriteLine($"{campaign.Coverage}\n{campaign.Seeds} seeds in {campaign.Took}");
        Assert.Equal(Seeds, campaign.Seeds);
        Assert.Empty(campaign.Red.Select(report => $"seed {report.Seed}: {string.Join("; ", report.Failures)}"));
        Assert.Empty(campaign.Coverage.Thin());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_seed_replays_exactly(ulong seed)
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var another = await Workshop.OpenAsync();
        var sameTime = await Task.WhenAll(Task.Run(() => World.RunAsync(seed, workshop)), Task.Run(() => World.RunAsync(seed, another)));
        await World.RunAsync(seed + 1, workshop);
        var again = await World.RunAsync(seed, workshop);
        Assert.All(sameTime, report => Assert.Equal(again.Story.Lines, report.Story.Lines));
        Assert.All(sameTime, report => Assert.Equal(again.Story.Sha256, report.Story.Sha256));
    }

    [Fact]
    public async Task Another_seed_is_another_story()
    {
        await using var workshop = await Workshop.OpenAsync();
        var one = await World.RunAsync(First, workshop);
        var other = await World.RunAsync(First + 1, workshop);
        Assert.NotEqual(one.Story.Sha256, other.Story.Sha256);
    }

    [Fact]
    public Task An_early_query_is_noticed() => IsNoticedAsync(PlantedBug.EarlyQuery, "before anybody could have acted");

    [Fact]
    public Task A_ledger_without_its_key_is_noticed() => IsNoticedAsync(PlantedBug.NoLedgerKey, "is posted 2 times");

    [Fact]
    public Task A_missing_closing_query_is_noticed() => IsNoticedAsync(PlantedBug.NoClosingQuery, "was asked for");

    private async Task IsNoticedAsync(PlantedBug bug, string asWhat)
    {
        var campaign = await Campaign.RunAsync(First, SeedsForABug, bug, untilRed: true);
        output.WriteLine($"{bug.Name}: {campaign.Red.Count} of {campaign.Seeds} seeds red");
        Assert.Contains(campaign.Red.SelectMany(report => report.Failures), failure => failure.Contains(asWhat, StringComparison.Ordinal));
    }
}
