using FaceH5Portal.Benchmarks.Calls;
using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Cpu;

/// <summary>The promise: a call costs the sandbox less than 0.15 ms of processor time, whether or not it keeps its state on disk.</summary>
internal static class SandboxCpu
{
    private const double MostMilliseconds = 0.15;
    private const int RoundCount = 11;
    private const int CallsPerRound = 10_000;

    public static async Task<bool> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await Contender.StartAsync(Stub.Sandbox);
        await using var onDisk = await Contender.StartAsync(Stub.Sandbox.OnDisk(folder.Path));
        await using var peer = await Contender.StartAsync(Stub.Peer);
        await using var floor = await Contender.StartAsync(Stub.Floor);
        Contender[] contenders = [sandbox, onDisk, peer, floor];

        // The first round lets the compiler settle and is not counted.
        await MeasureRoundAsync(contenders, (_, _, _) => { });
        var figures = CallKind.All.ToDictionary(kind => kind, _ => contenders.ToDictionary(contender => contender, _ => new Rounds()));
        for (var round = 0; round < RoundCount; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round + 1} of {RoundCount}");
            await MeasureRoundAsync(Rotated(contenders, round), (kind, contender, figure) => figures[kind][contender].Add(figure));
        }
        return Report(figures, sandbox, onDisk, peer, floor);
    }

    private static async Task MeasureRoundAsync(IReadOnlyList<Contender> contenders, Action<CallKind, Contender, double> note)
    {
        foreach (var kind in CallKind.All)
            foreach (var contender in contenders)
                note(kind, contender, await contender.MeasureAsync(kind, CallsPerRound));
    }

    private static Contender[] Rotated(Contender[] contenders, int by) =>
        [.. contenders.Select((_, place) => contenders[(place + by) % contenders.Length])];

    private static bool Report(
        Dictionary<CallKind, Dictionary<Contender, Rounds>> figures, Contender sandbox, Contender onDisk, Contender peer, Contender floor)
    {
        var table = new MarkdownTable("call", sandbox.Name, onDisk.Name, peer.Name, floor.Name, "sandbox ÷ peer", "on disk ÷ peer");
        foreach (var (kind, of) in figures)
            table.Add(
                kind.Name, of[sandbox].Show("0.000"), of[onDisk].Show("0.000"), of[peer].Show("0.000"), of[floor].Show("0.000"),
                of[sandbox].Per(of[peer]).Show("0.00"), of[onDisk].Per(of[peer]).Show("0.00"));
        Console.WriteLine($"ms of processor time per call, median (least–most) of {RoundCount} rounds of {CallsPerRound} calls");
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine(table);
        return figures.Values.All(of => of[sandbox].Median < MostMilliseconds && of[onDisk].Median < MostMilliseconds);
    }
}
