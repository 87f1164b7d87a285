using System.Diagnostics;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Web.Tests.Commands;

/// <summary>The sandbox as a program of its own, from its build beside the tests.</summary>
internal static class StandaloneSandbox
{
    /// <summary>It starts by itself, and its start page answers.</summary>
    public static async Task AnswersAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-alone-").FullName;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Build, "--Sandbox:Url=http://127.0.0.1:0", $"--Sandbox:DataDirectory={folder}"]) { RedirectStandardOutput = true })!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? "";
            using var http = new HttpClient();
            using var answer = await http.GetAsync(new Uri(line.Split(' ', ',').First(word => word.StartsWith("http://", StringComparison.Ordinal))));
            answer.EnsureSuccessStatusCode();
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Build
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Repository.Root, "src", "FaceH5Portal.Sandbox", "bin", output.Parent!.Name, output.Name, "FaceH5Portal.Sandbox.dll");
        }
    }
}
