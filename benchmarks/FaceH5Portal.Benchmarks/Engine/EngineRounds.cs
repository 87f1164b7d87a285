using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Engine;

/// <summary>What came out of one contender, round by round.</summary>
internal sealed class EngineRounds
{
    public Rounds Speed { get; } = new();

    public Rounds Cpu { get; } = new();

    public static async Task<IReadOnlyDictionary<Contender, EngineRounds>> RunAsync(IReadOnlyList<Contender> contenders, EngineOptions options)
    {
        await using var vendor = await StubProcess.StartAsync(Stub.Vendor);
        var all = contenders.ToDictionary(contender => contender, _ => new EngineRounds());
        for (var round = 0; round < options.Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round + 1} of {options.Rounds}");
            // By turns, so that none always runs on the machine another has warmed.
            foreach (var contender in contenders.Skip(round % contenders.Count).Concat(contenders.Take(round % contenders.Count)))
            {
                var figures = await EngineProcess.RunAsync(contender, vendor.Address, options);
                all[contender].Speed.Add(figures.SessionsPerSecond);
                all[contender].Cpu.Add(figures.CpuMillisecondsPerSession);
            }
        }
        return all;
    }

    public static void Head(EngineOptions options)
    {
        Console.WriteLine($"{options.Sessions} sessions by {options.People} people at once, median (least–most) of {options.Rounds} rounds");
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
    }
}
