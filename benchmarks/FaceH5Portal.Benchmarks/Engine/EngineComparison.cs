namespace FaceH5Portal.Benchmarks.Engine;

/// <summary>The promise: at least three times the naive engine's sessions per second, and at most a third of its processor time.</summary>
internal static class EngineComparison
{
    private const double LeastSpeed = 3;
    private const double MostCpu = 1.0 / 3;

    private static readonly Contender Portal = new("portal", "PortalEngine");
    private static readonly Contender Naive = new("naive", "NaiveEngine");
    private static readonly Contender[] Contenders = [Portal, Naive, new("naive, one writer", "NaiveEngine", "--one-writer")];

    public static async Task<bool> RunAsync(EngineOptions options)
    {
        var figures = await EngineRounds.RunAsync(Contenders, options);
        return Report(figures, options);
    }

    private static bool Report(IReadOnlyDictionary<Contender, EngineRounds> figures, EngineOptions options)
    {
        var portal = figures[Portal];
        var table = new MarkdownTable("", "sessions per second", "portal ÷ it", "ms of processor time per session", "portal ÷ it");
        foreach (var contender in Contenders)
        {
            var its = figures[contender];
            table.Add(contender.Title, its.Speed.Show("0"), portal.Speed.Per(its.Speed).Show("0.00"), its.Cpu.Show("0.00"), portal.Cpu.Per(its.Cpu).Show("0.00"));
        }
        EngineRounds.Head(options);
        Console.WriteLine(table);
        return portal.Speed.Per(figures[Naive].Speed).Median >= LeastSpeed && portal.Cpu.Per(figures[Naive].Cpu).Median <= MostCpu;
    }
}
