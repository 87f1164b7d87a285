using System.Runtime;

namespace EngineLoad;

/// <summary>The compiler's and the connections' first work is nobody's promise: a portal that has run for minutes does none of it.</summary>
public static class WarmUp
{
    private const int MostSteps = 20;
    private const double Rest = 0.01;

    /// <summary>Repeats a step until next to none of its time is the compiler's; answers how often that was.</summary>
    public static async Task<int> RunAsync(Func<int, Task> step)
    {
        for (var number = 0; number < MostSteps; number++)
        {
            var (cpu, compiling) = (Cpu(), JitInfo.GetCompilationTime());
            await step(number);
            if ((JitInfo.GetCompilationTime() - compiling) / (Cpu() - cpu) < Rest)
                return number + 1;
        }
        throw new InvalidOperationException("The compiler does not come to rest.");
    }

    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;
}
