using EngineLoad;
using FaceH5Portal.Benchmarks.Stubs;

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
        await using var vendor = await StubProcess.StartAsync(Stub.Vendor);
        var figures = Contenders.ToDictionary(contender => contender, _ => new Figures());
        for (var round = 0; round < options.Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round + 1} of {options.Rounds}");
            // By turns, so that none always runs on the machine another has warmed.
            foreach (var contender in Contenders.Skip(round % Contenders.Length).Concat(Contenders.Take(round % Contenders.Length)))
                figures[contender].Add(await EngineProcess.RunAsync(contender, vendor.Address, options));
        }
        return Report(figures, options);
    }

    private static bool Report(Dictionary<Contender, Figures> figures, EngineOptions options)
    {
        var portal = figures[Portal];
        var table = new MarkdownTable("", "sessions per second", "portal ÷ it", "ms of processor time per session", "portal ÷ it");
        foreach (var contender in Contenders)
        {
            var its = figures[contender];
            table.Add(contender.Title, its.Speed.Show("0"), portal.Speed.Per(its.Speed).Show("0.00"), its.Cpu.Show("0.00"), portal.Cpu.Per(its.Cpu).Show("0.00"));
        }
        Console.WriteLine($"{options.Sessions} sessions by {options.People} people at once, median (least–most) of {options.Rounds} rounds");
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine(table);
        return portal.Speed.Per(figures[Naive].Speed).Median >= LeastSpeed && portal.Cpu.Per(figures[Naive].Cpu).Median <= MostCpu;
    }

    private sealed class Figures
    {
        public Rounds Speed { get; } = new();

        public Rounds Cpu { get; } = new();

        public void Add(EngineFigures figures)
        {
            Speed.Add(figures.SessionsPerSecond);
            Cpu.Add(figures.CpuMillisecondsPerSession);
        }
    }
}
