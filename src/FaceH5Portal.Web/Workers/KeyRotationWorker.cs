using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Workers;

/// <summary>Runs the rotation after a start with a newer master key, until it is complete.</summary>
internal sealed partial class KeyRotationWorker(
    KeyRotation rotation, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<KeyRotationWorker> logger) : BackgroundService
{
    // Left over is what could not be written: the disk or an administrator needs the time.
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        try
        {
            while (!stoppingToken.IsCancellationRequested && await LeftAsync(stoppingToken) > 0)
                await Task.Delay(BetweenPasses, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Every transaction that was committed stands; the next start goes on from there.
        }
    }

    private async Task<int> LeftAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await rotation.RunAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.RotationFailed(logger, exception);
            return 1;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(33, LogLevel.Error, "The rotation of the master key failed; it runs again.")]
        public static partial void RotationFailed(ILogger logger, Exception exception);
    }
}
