using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Delivering;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Webhooks.Outbox;

/// <summary>Forgets what was told a month ago, with its attempts and answers; what still waits stays.</summary>
public sealed class WebhookCleaning(PortalStore store, TimeProvider clock)
{
    private const int Batch = 500;

    public static TimeSpan KeptFor { get; } = TimeSpan.FromDays(30);

    /// <summary>How many messages went.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        for (var gone = 0; ;)
        {
            var batch = await store.WriteAsync<int>(write => ForgetAsync(write, cancellationToken), cancellationToken);
            gone += batch.Ok ? batch.Value : 0;
            if (!batch.Ok || batch.Value < Batch)
                return gone;
        }
    }

    private async Task<Result<int>> ForgetAsync(PortalWrite write, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - KeptFor;
        var (messages, deliveries) = (write.Set<WebhookMessage>(), write.Set<WebhookDelivery>());
        var old = await messages.Where(message => message.OccurredAtUtc < oldest && !deliveries.Any(d => d.MessageId == message.Id && d.State == DeliveryState.Waiting))
            .OrderBy(message => message.OccurredAtUtc).Take(Batch).Select(message => message.Id).ToListAsync(cancellationToken);
        var theirs = deliveries.Where(delivery => old.Contains(delivery.MessageId));
        await write.Set<WebhookAttempt>().Where(attempt => theirs.Any(d => d.Sequence == attempt.Delivery)).ExecuteDeleteAsync(cancellationToken);
        await theirs.ExecuteDeleteAsync(cancellationToken);
        return await messages.Where(message => old.Contains(message.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
