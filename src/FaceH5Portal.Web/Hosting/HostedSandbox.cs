using FaceH5Portal.Core.Data;
using FaceH5Portal.Sandbox;

namespace FaceH5Portal.Web.Hosting;

/// <summary>Runs the vendor's stand-in beside the portal, on its own port, with the portal's clock and log.</summary>
internal sealed class HostedSandbox(
    PortalSettings settings, SandboxClock clock, ILoggerFactory logging) : IHostedService
{
    private WebApplication? app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new SandboxOptions { Url = settings.SandboxUrl, DataDirectory = DataFolder(settings) };
        app = SandboxHost.Create(options, clock, logging);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new PortalStartException(
                $"The sandbox cannot listen on {options.Url}: {exception.Message} Stop the other program, or set Sandbox:Url to another address.",
                exception);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (app is null)
            return;
        await app.StopAsync(cancellationToken);
        await app.DisposeAsync();
    }

    public static string DataFolder(PortalSettings settings) => Path.Combine(settings.DataDirectory, "sandbox");
}
