using System.Diagnostics;
using EngineLoad;
using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Engine;

/// <summary>One contender's run in a process and a database of its own.</summary>
internal static class EngineProcess
{
    public static async Task<EngineFigures> RunAsync(Contender contender, Uri vendor, EngineOptions options)
    {
        using var folder = new TemporaryFolder();
        var arguments = new EngineArguments(vendor, folder.Path, options.Sessions, options.People);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program(contender.Name), .. arguments.ToArray(), .. contender.Switches]) { RedirectStandardOutput = true })!;
        EngineFigures? figures = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            figures ??= EngineFigures.Read(line);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && figures is not null ? figures : throw new BenchmarkException($"{contender.Name} did not come to its end.");
    }

    private static string Program(string name) => Checkout.BuildOf(Path.Combine("benchmarks", name), name);
}
