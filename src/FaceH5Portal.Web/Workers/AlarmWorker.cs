using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Alarming.Health;

namespace FaceH5Portal.Web.Workers;

/// <summary>The timer around the pass that looks for alarms; it holds the meters that the pass feeds, too.</summary>
internal sealed partial class AlarmWorker(
    AlarmPass pass, PortalMeter meter, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<AlarmWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <summary>Meters are there as long as somebody holds them.</summary>
    internal PortalMeter Meter => meter;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(Between, clock);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await LookAsync(stoppingToken);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was not told is still due, and the next start goes on from there.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await pass.RunAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.PassFailed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(36, LogLevel.Error, "Alarms could not be looked for; it is tried again.")]
        public static partial void PassFailed(ILogger logger, Exception exception);
    }
}
