using FaceH5Portal.Core.Privacy;

namespace FaceH5Portal.Web.Workers;

/// <summary>The timer around the privacy pass.</summary>
internal sealed partial class PrivacyWorker(
    PrivacyPass pass, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<PrivacyWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(Between, clock);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await RunAsync(stoppingToken);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is still due is found by the next start.
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
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
        [LoggerMessage(35, LogLevel.Error, "What the plans say about retention could not be done; it is tried again.")]
        public static partial void PassFailed(ILogger logger, Exception exception);
    }
}
