using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Sandbox;

namespace FaceH5Portal.Web.Workers;

/// <summary>The timer around the harvest pass.</summary>
internal sealed partial class HarvestWorker(
    HarvestPass pass, WorkerSignal signal, TimeProvider clock, IHostApplicationLifetime lifetime,
    ILogger<HarvestWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // What is still due after a sweep could not be handled, as when the disk is full: no use in spinning.
    private static readonly TimeSpan WhenStuck = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        if (clock is SandboxClock movable)
            movable.Moved += signal.Raise;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = await SweepAsync(stoppingToken);
            try
            {
                await signal.WaitAsync(wait, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<TimeSpan> SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await pass.RunAsync(cancellationToken);
            var next = await pass.NextDueAsync(cancellationToken) - clock.GetUtcNow().UtcDateTime;
            return next is not { } wait || wait > Longest ? Longest : wait <= TimeSpan.Zero ? WhenStuck : wait;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SweepFailed(logger, exception);
            return Longest;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Error, "The harvest pass failed; it runs again.")]
        public static partial void SweepFailed(ILogger logger, Exception exception);
    }
}
