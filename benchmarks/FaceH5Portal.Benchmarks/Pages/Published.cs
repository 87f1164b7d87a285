using System.Diagnostics;
using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Pages;

/// <summary>A project as it would be installed: static files are compressed only there.</summary>
internal static class Published
{
    public static async Task<string> ToAsync(string folder, string project)
    {
        var target = Path.Combine(folder, Path.GetFileName(project));
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Path.Combine(Checkout.Root, project), "-c", "Release", "-o", target, "--nologo", "-v", "q"]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(target, Path.GetFileName(project) + ".dll")
            : throw new BenchmarkException($"{project} cannot be published.");
    }
}
