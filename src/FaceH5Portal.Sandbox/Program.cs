using System.Globalization;
using System.Runtime.InteropServices;
using FaceH5Portal.Sandbox.Hosting;
using Microsoft.AspNetCore.Connections;

namespace FaceH5Portal.Sandbox;

/// <summary>The sandbox on its own, without the portal.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var folder = settings["Sandbox:DataDirectory"] is { Length: > 0 } given ? given : Path.Combine("data", "sandbox");
        var persists = !bool.TryParse(settings["Sandbox:Persist"], out var wanted) || wanted;
        var options = new SandboxOptions { DataDirectory = persists ? folder : null };
        if (TimeSpan.TryParse(settings["Sandbox:ComparingTime"], CultureInfo.InvariantCulture, out var comparing)) options = options with { ComparingTime = comparing };
        if (settings["Sandbox:Url"] is { Length: > 0 } url) options = options with { Url = url };
        try
        {
            await RunAsync(options, new SandboxClock(TimeProvider.System, persists ? Path.Combine(folder, "clock") : null));
            return 0;
        }
        catch (Exception failure) when (Reason(failure, options) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return 1;
        }
    }

    private static async Task RunAsync(SandboxOptions options, SandboxClock clock)
    {
        // The host would log a failed start with its stack; Main tells it in one sentence.
        using var logging = LoggerFactory.Create(logger => logger
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddConsole());
        await using var app = SandboxHost.Create(options, clock, logging);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"Sandbox listening on {string.Join(", ", app.Urls)}, {Kept(options)}");
        await app.WaitForShutdownAsync();

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            app.Lifetime.StopApplication();
        }
    }

    private static string Kept(SandboxOptions options) => options.DataDirectory is { } folder
        ? $"data in {Path.GetFullPath(folder)}"
        : "data in memory alone";

    private static string? Reason(Exception failure, SandboxOptions options) => failure switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"Cannot listen on {options.Url}: the port is already in use. Stop the other program, or give another address with --Sandbox:Url.",
        FormatException => $"Sandbox:Url is \"{options.Url}\", which is not an address such as http://localhost:5090.",
        UnauthorizedAccessException => $"The sandbox may not write to {options.DataDirectory}: {failure.Message}",
        SandboxStartException or InvalidDataException => failure.Message,
        _ => null,
    };
}
