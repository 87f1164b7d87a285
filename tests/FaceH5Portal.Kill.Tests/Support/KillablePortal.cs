using System.Collections.Concurrent;
using System.Diagnostics;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Kill.Tests.Support;

/// <summary>The portal as its own process, killed and started again on the same folder and port.</summary>
internal sealed class KillablePortal : IAsyncDisposable
{
    // Catches a start that hangs, on however slow a machine; a sound one takes seconds.
    private static readonly TimeSpan HangingStart = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> lines = new();
    private readonly Uri vendor;
    private Process? process;

    private KillablePortal(string folder, Uri vendor) => (Folder, this.vendor) = (folder, vendor);

    public Uri Address { get; } = new($"http://localhost:{FreePort.Next()}");

    public string Folder { get; }

    public static KillablePortal In(string folder, Uri vendor) => new(folder, vendor);

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Build])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        foreach (var (name, value) in Settings())
            start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public async Task AnswersAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var since = Stopwatch.StartNew();
        while (true)
        {
            Assert.False(process!.HasExited, $"The start failed:\n{string.Join('\n', lines)}");
            Assert.True(since.Elapsed < HangingStart, $"The start hangs:\n{string.Join('\n', lines)}");
            try
            {
                using var patience = new CancellationTokenSource(HangingStart);
                using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative), patience.Token);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
                await Task.Delay(50);
            }
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await KillAsync();
    }

    private static string Build
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Repository.Root, "src", "FaceH5Portal.Web", "bin", output.Parent!.Name, output.Name, "FaceH5Portal.Web.dll");
        }
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Urls"] = Address.ToString(),
        ["Portal__PublicBaseUrl"] = Address.ToString(),
        ["Portal__DataDirectory"] = Folder,
        ["Portal__MasterKey"] = Convert.ToBase64String(PortalFile.MasterKeyBytes),
        ["ConnectionStrings__Portal"] = $"Data Source={Path.Combine(Folder, PortalFile.Name)}",
        // One machine plays more people than sit behind one address.
        ["Portal__RateLimits__PerAddress"] = "1000000",
        ["Portal__RateLimits__PerLink"] = "1000000",
        ["Vendors__Environment"] = "Live",
        ["Vendors__Baidu__ApiBaseUrl"] = vendor.ToString().TrimEnd('/'),
        ["Vendors__Baidu__PageBaseUrl"] = vendor.ToString().TrimEnd('/'),
        ["Vendors__Baidu__ApiKey"] = "sandbox-api-key",
        ["Vendors__Baidu__SecretKey"] = "sandbox-secret-key",
    };
}
