using FaceH5Portal.Core.Overview;

namespace FaceH5Portal.Web.Workers;

/// <summary>The timer around the pass that counts changed days.</summary>
internal sealed partial class OverviewWorker(
    OverviewPass pass, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<OverviewWorker> logger) : BackgroundService
{
    // What is counted for those who look may be some seconds old; counting at every change would never rest.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(Between, clock);
        try
        {
            // A start that was refused has taken the database away by now.
            while (!stoppingToken.IsCancellationRequested)
            {
                await CountAsync(stoppingToken);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was not counted is still marked, and the next start goes on from there.
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        try
        {
            await pass.RunAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.CountFailed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(34, LogLevel.Error, "The days could not be counted; it is tried again.")]
        public static partial void CountFailed(ILogger logger, Exception exception);
    }
}
