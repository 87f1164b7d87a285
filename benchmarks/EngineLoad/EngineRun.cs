using System.Diagnostics;
using System.Runtime;

namespace EngineLoad;

/// <summary>Leads sessions through an engine and measures its own process while it does; the same for every engine.</summary>
public static class EngineRun
{
    // An engine in service has run for days: neither the compiler's work nor the connections' first is anybody's promise.
    private const int WarmUpStep = 500;
    private const int MostWarmUp = 10_000;
    private const double QuietCompiler = 0.02;
    private const long Full = 2;

    // The pause of a poller that found nothing: long enough that looking is not the work, short enough that nobody waits for it.
    private static readonly TimeSpan WhenIdle = TimeSpan.FromMilliseconds(25);

    public static async Task<int> MainAsync(string[] args, Func<EngineArguments, Task<IEngine>> start)
    {
        var arguments = EngineArguments.Read(args);
        await using var engine = await start(arguments);
        if (await engine.SynchronousAsync() != Full) throw new InvalidOperationException("This engine's commits do not wait for the disk.");
        var warmUp = await WarmUpAsync(engine, arguments.People);
        Console.WriteLine($"warm after {warmUp} sessions");
        Console.WriteLine((await MeasureAsync(engine, arguments)).ToLine());
        return await engine.CountCompleteAsync() == warmUp + arguments.Sessions
            ? 0 : throw new InvalidOperationException("Not every session was harvested to its end.");
    }

    /// <summary>Until the compiler takes next to none of the processor's time; answers how many sessions that took.</summary>
    private static async Task<int> WarmUpAsync(IEngine engine, int people)
    {
        var led = 0;
        for (var isQuiet = false; !isQuiet && led < MostWarmUp; led += WarmUpStep)
        {
            var (compiler, cpu) = (JitInfo.GetCompilationTime(), Cpu());
            await LeadAsync(engine, WarmUpStep, people);
            isQuiet = JitInfo.GetCompilationTime() - compiler < (Cpu() - cpu) * QuietCompiler;
        }
        return led;
    }

    private static async Task<EngineFigures> MeasureAsync(IEngine engine, EngineArguments arguments)
    {
        var (cpu, wall) = (Cpu(), Stopwatch.StartNew());
        await LeadAsync(engine, arguments.Sessions, arguments.People);
        return new EngineFigures(
            arguments.Sessions / wall.Elapsed.TotalSeconds, (Cpu() - cpu).TotalMilliseconds / arguments.Sessions);
    }

    private static async Task LeadAsync(IEngine engine, int sessions, int people)
    {
        var last = -1;
        var walking = Task.WhenAll(Enumerable.Range(0, people).Select(async _ =>
        {
            for (int number; (number = Interlocked.Increment(ref last)) < sessions;)
                await engine.ReturnAsync(await engine.StartAsync(await engine.CreateAsync(number)));
        }));
        for (var allBack = false; !allBack;)
        {
            // Asked before the sweep: who came back during it is found by the next one.
            allBack = walking.IsCompleted;
            while (await engine.SweepAsync()) { }
            if (!allBack) await Task.Delay(WhenIdle);
        }
        await walking;
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
