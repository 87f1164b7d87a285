using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.Sandbox;

namespace FaceH5Portal.Web.Workers;

/// <summary>The timer around the delivery pass: a round for each endpoint as soon as something is due, none waiting for another.</summary>
internal sealed partial class WebhookWorker(
    DeliveryPass pass, WebhookCleaning cleaning, CommitFeed feed, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<WebhookWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    // What is still due after a sweep could not be stored, as when the disk is full: no use in spinning.
    private static readonly TimeSpan WhenStuck = TimeSpan.FromSeconds(1);

    private readonly List<Task> rounds = [];
    private DateTime cleaned;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        // One of its own: a signal wakes one who waits, and the harvest waits too.
        using var signal = new WorkerSignal(feed);
        if (clock is SandboxClock movable)
            movable.Moved += signal.Raise;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await signal.WaitAsync(await SweepAsync(signal, stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was not delivered is still due, and the next start goes on from there.
        }
        finally
        {
            if (clock is SandboxClock moved)
                moved.Moved -= signal.Raise;
            await Task.WhenAll(rounds);
        }
    }

    private async Task<TimeSpan> SweepAsync(WorkerSignal signal, CancellationToken cancellationToken)
    {
        try
        {
            rounds.RemoveAll(round => round.IsCompleted);
            foreach (var endpoint in await pass.DueAsync(cancellationToken))
                rounds.Add(Task.Run(() => RoundAsync(endpoint, signal, cancellationToken), CancellationToken.None));
            await CleanAsync(cancellationToken);
            var next = await pass.NextDueAsync(cancellationToken) - clock.GetUtcNow().UtcDateTime;
            return next is not { } wait || wait > Longest ? Longest : wait <= TimeSpan.Zero ? WhenStuck : wait;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SweepFailed(logger, exception);
            return Longest;
        }
    }

    private async Task RoundAsync(Guid endpoint, WorkerSignal signal, CancellationToken cancellationToken)
    {
        var sent = 0;
        try
        {
            while (await pass.RunAsync(endpoint, cancellationToken) is var more and > 0)
                sent += more;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The claims of this process end with it.
        }
        catch (Exception exception)
        {
            Log.RoundFailed(logger, endpoint, exception);
        }
        // When the next is due is known only now; where nothing could be sent it is no use to look again at once.
        if (sent > 0 && !cancellationToken.IsCancellationRequested)
            signal.Raise();
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow().UtcDateTime - cleaned < BetweenCleanings)
            return;
        await cleaning.RunAsync(cancellationToken);
        cleaned = clock.GetUtcNow().UtcDateTime;
    }

    private static partial class Log
    {
        [LoggerMessage(71, LogLevel.Error, "Webhooks could not be looked through; it is tried again.")]
        public static partial void SweepFailed(ILogger logger, Exception exception);

        [LoggerMessage(72, LogLevel.Error, "Sending to the webhook endpoint {EndpointId} failed; it is tried again.")]
        public static partial void RoundFailed(ILogger logger, Guid endpointId, Exception exception);
    }
}
