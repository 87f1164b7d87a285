using FaceH5Portal.Core.Access;

namespace FaceH5Portal.Web.Workers;

/// <summary>The timer around the pass that forgets old idempotency records.</summary>
internal sealed class IdempotencyWorker(IdempotencyKeys keys, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        try
        {
            // A pass that cannot write says so in the log, and the next one finds the same records.
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await keys.ForgetAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }
}
