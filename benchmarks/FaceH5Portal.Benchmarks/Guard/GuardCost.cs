using FaceH5Portal.Benchmarks.Engine;

namespace FaceH5Portal.Benchmarks.Guard;

/// <summary>The promise: sealing, the audit and the checks of permissions cost at most 15 % of processor time per session.</summary>
internal static class GuardCost
{
    private const double Most = 1.15;

    private static readonly Contender Guarded = new("as it is", "PortalEngine");
    private static readonly Contender Unguarded = new("nothing sealed, recorded or checked", "PortalEngine", "--unguarded");

    public static async Task<bool> RunAsync(EngineOptions options)
    {
        var figures = await EngineRounds.RunAsync([Guarded, Unguarded], options);
        var (with, without) = (figures[Guarded], figures[Unguarded]);
        var table = new MarkdownTable("", "ms of processor time per session", "sessions per second");
        foreach (var (contender, its) in figures)
            table.Add(contender.Title, its.Cpu.Show("0.00"), its.Speed.Show("0"));
        table.Add("as it is ÷ without", with.Cpu.Per(without.Cpu).Show("0.00"), with.Speed.Per(without.Speed).Show("0.00"));
        EngineRounds.Head(options);
        Console.WriteLine(table);
        return with.Cpu.Per(without.Cpu).Median <= Most;
    }
}
