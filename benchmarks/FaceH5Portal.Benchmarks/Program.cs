using FaceH5Portal.Benchmarks.Cpu;
using FaceH5Portal.Benchmarks.Memory;

namespace FaceH5Portal.Benchmarks;

/// <summary>Ends with 0 where the promise holds, 1 where it does not, 2 where it could not be measured.</summary>
internal static class Program
{
    private const int Unmeasured = 2;

    private static async Task<int> Main(string[] args)
    {
        try
        {
            return args switch
            {
                ["sandbox-cpu"] => Tell(await SandboxCpu.RunAsync()),
                ["sandbox-memory"] => Tell(await SandboxMemory.RunAsync()),
                _ => throw new BenchmarkException("Say what to measure: sandbox-cpu or sandbox-memory."),
            };
        }
        catch (BenchmarkException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return Unmeasured;
        }
    }

    private static int Tell(bool holds)
    {
        Console.WriteLine(holds ? "The promise holds." : "The promise does NOT hold.");
        return holds ? 0 : 1;
    }
}
