using System.Diagnostics;

namespace EngineLoad;

/// <summary>Leads sessions through an engine and measures its own process while it does; the same for every engine.</summary>
public static class EngineRun
{
    private const int WarmUpStep = 500;
    private const long Full = 2;

    // The pause of a poller that found nothing: long enough that looking is not the work, short enough that nobody waits for it.
    private static readonly TimeSpan WhenIdle = TimeSpan.FromMilliseconds(25);

    public static async Task<int> MainAsync(string[] args, Func<EngineArguments, Task<IEngine>> start)
    {
        var arguments = EngineArguments.Read(args);
        await using var engine = await start(arguments);
        if (await engine.SynchronousAsync() != Full) throw new InvalidOperationException("This engine's commits do not wait for the disk.");
        var led = WarmUpStep * await WarmUp.RunAsync(step => LeadAsync(engine, step * WarmUpStep, WarmUpStep, arguments.People));
        Console.WriteLine((await MeasureAsync(engine, led, arguments)).ToLine());
        return await engine.CountCompleteAsync() == led + arguments.Sessions
            ? 0 : throw new InvalidOperationException("Not every session was harvested to its end.");
    }

    private static async Task<EngineFigures> MeasureAsync(IEngine engine, int from, EngineArguments arguments)
    {
        var (cpu, wall) = (Cpu(), Stopwatch.StartNew());
        await LeadAsync(engine, from, arguments.Sessions, arguments.People);
        return new EngineFigures(
            arguments.Sessions / wall.Elapsed.TotalSeconds, (Cpu() - cpu).TotalMilliseconds / arguments.Sessions);
    }

    private static async Task LeadAsync(IEngine engine, int from, int sessions, int people)
    {
        var last = from - 1;
        var walking = Task.WhenAll(Enumerable.Range(0, people).Select(async _ =>
        {
            for (int number; (number = Interlocked.Increment(ref last)) < from + sessions;)
                await engine.ReturnAsync(await engine.StartAsync(await engine.CreateAsync(Person.Of(number))));
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
