using FaceH5Portal.Benchmarks.Backup;
using FaceH5Portal.Benchmarks.Cpu;
using FaceH5Portal.Benchmarks.DueScan;
using FaceH5Portal.Benchmarks.Engine;
using FaceH5Portal.Benchmarks.Guard;
using FaceH5Portal.Benchmarks.Idle;
using FaceH5Portal.Benchmarks.Lists;
using FaceH5Portal.Benchmarks.Memory;
using FaceH5Portal.Benchmarks.Pages;
using FaceH5Portal.Benchmarks.Photos;
using FaceH5Portal.Benchmarks.Telling;

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
                ["engine", .. var options] => Tell(await EngineComparison.RunAsync(EngineOptions.Read(options))),
                ["guard", .. var options] => Tell(await GuardCost.RunAsync(EngineOptions.Read(options))),
                ["backup", .. var options] => Tell(await BackupCost.RunAsync(EngineOptions.Read(options))),
                ["rotation"] => Tell(await RotationSpeed.RunAsync()),
                ["photo-checks"] => Tell(await PhotoCheckCost.RunAsync()),
                ["due-scan"] => Tell(await DueScanSpeed.RunAsync()),
                ["idle"] => Tell(await IdleCpu.RunAsync()),
                ["list"] => Tell(await ListSpeed.RunAsync()),
                ["circuits"] => Tell(await CircuitCosts.RunAsync()),
                ["home"] => Tell(await HomeSpeed.RunAsync()),
                ["ledger"] => Tell(await LedgerSpeed.RunAsync()),
                ["reconcile"] => Tell(await ReconcileSpeed.RunAsync()),
                ["reconcile-part", var way, var folder] => await ReconcileSpeed.RunPartAsync(way, folder) ? 0 : 1,
                ["webhooks"] => Tell(await WebhookSpeed.RunAsync()),
                ["pages"] => Tell(await PageCosts.RunAsync(withPaints: true)),
                ["page-costs"] => Tell(await PageCosts.RunAsync(withPaints: false)),
                _ => throw new BenchmarkException("Say what to measure: engine, guard, backup, rotation, photo-checks, due-scan, idle, list, circuits, home, ledger, reconcile, webhooks, pages, page-costs, sandbox-cpu or sandbox-memory."),
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
