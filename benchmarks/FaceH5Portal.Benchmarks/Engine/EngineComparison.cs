using EngineLoad;
using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Engine;

/// <summary>The promise: at least three times the naive engine's sessions per second, and at most a third of its processor time.</summary>
internal static class EngineComparison
{
    private const double LeastSpeed = 3;
    private const double MostCpu = 1.0 / 3;

    public static async Task<bool> RunAsync(EngineOptions options)
    {
        await using var vendor = await StubProcess.StartAsync(Stub.Vendor);
        var (portal, naive) = (new Figures(), new Figures());
        for (var round = 0; round < options.Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round + 1} of {options.Rounds}");
            // By turns, so that neither always runs on the machine the other has warmed.
            foreach (var isPortal in round % 2 == 0 ? [true, false] : new[] { false, true })
                (isPortal ? portal : naive).Add(await EngineProcess.RunAsync(isPortal ? "PortalEngine" : "NaiveEngine", vendor.Address, options));
        }
        return Report(portal, naive, options);
    }

    private static bool Report(Figures portal, Figures naive, EngineOptions options)
    {
        var (speed, cpu) = (portal.Speed.Per(naive.Speed), portal.Cpu.Per(naive.Cpu));
        var table = new MarkdownTable("", "portal", "naive", "portal ÷ naive");
        table.Add("sessions per second", portal.Speed.Show("0"), naive.Speed.Show("0"), speed.Show("0.00"));
        table.Add("ms of processor time per session", portal.Cpu.Show("0.00"), naive.Cpu.Show("0.00"), cpu.Show("0.00"));
        Console.WriteLine($"{options.Sessions} sessions by {options.People} people at once, median (least–most) of {options.Rounds} rounds");
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine(table);
        return speed.Median >= LeastSpeed && cpu.Median <= MostCpu;
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
