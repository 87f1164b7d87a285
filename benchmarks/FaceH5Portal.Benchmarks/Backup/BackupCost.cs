using FaceH5Portal.Benchmarks.Engine;

namespace FaceH5Portal.Benchmarks.Backup;

/// <summary>The promise: backups under load cost at most a tenth of the sessions per second.</summary>
internal static class BackupCost
{
    private const double Least = 0.9;

    private static readonly Contender Alone = new("without", "PortalEngine");
    private static readonly Contender Beside = new("one backup after another beside it", "PortalEngine", "--backups");

    public static async Task<bool> RunAsync(EngineOptions options)
    {
        var figures = await EngineRounds.RunAsync([Alone, Beside], options);
        var (without, with) = (figures[Alone], figures[Beside]);
        var table = new MarkdownTable("", "sessions per second", "ms of processor time per session");
        foreach (var (contender, its) in figures)
            table.Add(contender.Title, its.Speed.Show("0"), its.Cpu.Show("0.00"));
        table.Add("with ÷ without", with.Speed.Per(without.Speed).Show("0.00"), with.Cpu.Per(without.Cpu).Show("0.00"));
        EngineRounds.Head(options);
        Console.WriteLine(table);
        return with.Speed.Per(without.Speed).Median >= Least;
    }
}
