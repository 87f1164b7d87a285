using System.Globalization;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests;

/// <summary>What tests/simulate runs: a number of seeds, or one seed and its story.</summary>
internal static class Program
{
    private const int MostNamed = 10;

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["--seed", var text] when ulong.TryParse(text, CultureInfo.InvariantCulture, out var seed):
                return await ReplayAsync(seed);
            case [var text, .. var rest] when int.TryParse(text, CultureInfo.InvariantCulture, out var count) && count > 0:
                return await RunAsync(count, rest is [var first, ..] ? ulong.Parse(first, CultureInfo.InvariantCulture) : 1);
            default:
                await Console.Error.WriteLineAsync("Usage: tests/simulate N [first-seed] | tests/simulate --seed S");
                return 2;
        }
    }

    private static async Task<int> ReplayAsync(ulong seed)
    {
        await using var workshop = await Workshop.OpenAsync();
        var report = await World.RunAsync(seed, workshop, listener: Console.WriteLine);
        Console.WriteLine(report.IsRed ? $"Seed {seed} fails: {string.Join("; ", report.Failures)}" : $"Seed {seed} is green, story {report.Story.Sha256[..16]}");
        return report.IsRed ? 1 : 0;
    }

    private static async Task<int> RunAsync(int count, ulong first)
    {
        var campaign = await Campaign.RunAsync(first, count);
        Console.WriteLine(campaign.Coverage);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{campaign.Seeds} seeds in {campaign.Took.TotalSeconds:0.0} s, {campaign.Red.Count} failed"));
        foreach (var report in campaign.Red.OrderBy(report => report.Seed).Take(MostNamed))
            Console.WriteLine($"Seed {report.Seed} fails: {string.Join("; ", report.Failures)}\n  replay: tests/simulate --seed {report.Seed}");
        return campaign.Red.Count == 0 ? 0 : 1;
    }
}
