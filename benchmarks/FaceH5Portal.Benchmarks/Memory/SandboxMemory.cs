using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Memory;

/// <summary>The promise: 100,000 live tokens, each with its person, fit into a working set of 300 MiB, in the worst round and at the highest.</summary>
internal static class SandboxMemory
{
    private const int Tokens = 100_000;
    private const double MostMebibytes = 300;
    private const int RoundCount = 3;

    public static async Task<bool> RunAsync()
    {
        var (sandbox, onDisk, peer) = (new Usage(), new Usage(), new Usage());
        var stub = Stub.Sandbox;
        for (var round = 0; round < RoundCount; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round + 1} of {RoundCount}");
            using var folder = new TemporaryFolder();
            await Load.MeasureAsync(stub, Tokens, sandbox);
            await Load.MeasureAsync(stub.OnDisk(folder.Path), Tokens, onDisk);
            await Load.MeasureAsync(Stub.Peer, Tokens, peer);
        }
        Report(("sandbox", sandbox), ("sandbox on disk", onDisk), ("peer", peer));
        return sandbox.Highest < MostMebibytes && onDisk.Highest < MostMebibytes;
    }

    private static void Report(params IEnumerable<(string Name, Usage Usage)> stubs)
    {
        var table = new MarkdownTable("stub", "just started", "tokens live", "highest until then", "bytes per token", "all finished");
        foreach (var (name, usage) in stubs) table.Add([name, .. usage.Cells()]);
        Console.WriteLine($"Working set in MiB with {Tokens} tokens and their persons, median (least–most) of {RoundCount} rounds");
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine(table);
    }
}
