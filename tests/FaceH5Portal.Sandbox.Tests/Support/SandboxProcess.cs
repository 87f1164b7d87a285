using System.Diagnostics;

namespace FaceH5Portal.Sandbox.Tests.Support;

/// <summary>The sandbox as a program of its own, which can be killed.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly Process _process;

    public SandboxProcess(string folder, string url = "http://127.0.0.1:0")
    {
        _process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "FaceH5Portal.Sandbox.dll"),
                $"--Sandbox:Url={url}",
                $"--Sandbox:DataDirectory={folder}",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    public async Task<Uri> AddressAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync() ?? "";
        return new Uri(line.Split(' ', ',').First(word => word.StartsWith("http", StringComparison.Ordinal)));
    }

    public async Task<(int ExitCode, string Error)> EndAsync()
    {
        var error = await _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, error);
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
