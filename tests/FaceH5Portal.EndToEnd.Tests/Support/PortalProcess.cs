using System.Collections.Concurrent;
using System.Diagnostics;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>The portal as its own process, with its own ports and folder, and every line it prints.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ProcessStartInfo start;
    private Process process;

    private PortalProcess(ProcessStartInfo start, Uri address, Uri sandbox, string folder)
    {
        (this.start, Address, Sandbox, Folder) = (start, address, sandbox, folder);
        process = Run();
    }

    public Uri Address { get; }

    public Uri Sandbox { get; }

    public string Folder { get; }

    public string Log => string.Join('\n', lines);

    /// <summary>Starts the build beside the tests, or a published program, and leaves it to the caller what to wait for.</summary>
    public static PortalProcess Launch(string program, IReadOnlyDictionary<string, string> settings, string? workingDirectory = null)
    {
        var folder = Directory.CreateTempSubdirectory("portal-").FullName;
        var (address, sandbox) = (Local(), Local());
        var start = new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? folder,
        };
        foreach (var (name, value) in Defaults(address, sandbox, folder).Concat(settings))
            start.Environment[name] = value;
        return new PortalProcess(start, address, sandbox, folder);
    }

    public static async Task<PortalProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var portal = Launch(Build, settings ?? new Dictionary<string, string>());
        await portal.AnswersAsync();
        return portal;
    }

    /// <summary>The portal's own build output: what `dotnet run` starts.</summary>
    public static string Build
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            var configuration = output.Parent!.Name;
            return Path.Combine(Repository.Root, "src", "FaceH5Portal.Web", "bin", configuration, output.Name, "FaceH5Portal.Web.dll");
        }
    }

    public async Task AnswersAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The portal ended with {process.ExitCode}:\n{Log}");
            try
            {
                if ((await http.GetAsync(new Uri("/health/live", UriKind.Relative), patience.Token)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, patience.Token);
            }
        }
    }

    /// <summary>SIGKILL, so that no handler runs and nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>The same program on the same folder and ports.</summary>
    public async Task StartAgainAsync()
    {
        process.Dispose();
        process = Run();
        await AnswersAsync();
    }

    public async Task KillAndStartAgainAsync()
    {
        await KillAsync();
        await StartAgainAsync();
    }

    public async Task<int> EndsAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private Process Run()
    {
        var running = new Process { StartInfo = start };
        running.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        running.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        running.Start();
        running.BeginOutputReadLine();
        running.BeginErrorReadLine();
        return running;
    }

    private static Uri Local() => new($"http://localhost:{FreePort.Next()}");

    private static Dictionary<string, string> Defaults(Uri address, Uri sandbox, string folder) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Urls"] = address.ToString(),
        ["Portal__PublicBaseUrl"] = address.ToString(),
        ["Portal__DataDirectory"] = folder,
        ["Portal__MasterKeyFile"] = Path.Combine(folder, "master.key"),
        ["ConnectionStrings__Portal"] = $"Data Source={Path.Combine(folder, "portal.db")}",
        ["Sandbox__Url"] = sandbox.ToString().TrimEnd('/'),
    };
}
