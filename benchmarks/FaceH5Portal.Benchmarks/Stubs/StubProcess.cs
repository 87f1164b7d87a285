using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FaceH5Portal.Benchmarks.Stubs;

/// <summary>A stub that runs, seen from outside.</summary>
internal sealed partial class StubProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _drained;

    private StubProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        _drained = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public Uri Address { get; }

    public static async Task<StubProcess> StartAsync(Stub stub)
    {
        var start = new ProcessStartInfo("dotnet", [stub.Program, .. stub.Arguments])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(stub.Program),
        };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (Listening().Match(line) is { Success: true } match) return new StubProcess(process, new Uri(match.Groups[1].Value));
        throw new BenchmarkException($"The {stub.Name} ended before it listened.");
    }

    /// <summary>Everything the process has spent since it began, in user mode and in the kernel.</summary>
    public TimeSpan Cpu() => Fresh().TotalProcessorTime;

    public long WorkingSet() => Fresh().WorkingSet64;

    public long PeakWorkingSet() => Fresh().PeakWorkingSet64;

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _drained;
        _process.Dispose();
    }

    private Process Fresh()
    {
        _process.Refresh();
        return _process;
    }

    [GeneratedRegex(@"[Ll]istening on:? (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
