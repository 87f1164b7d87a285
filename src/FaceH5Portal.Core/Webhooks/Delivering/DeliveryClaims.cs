using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Outbox;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Webhooks.Delivering;

/// <summary>What a pass has in hand.</summary>
internal sealed record ClaimedDelivery(long Sequence, Guid MessageId, string Body)
{
    public override string ToString() => $"delivery {Sequence}";
}

/// <summary>Claims what is due before anything is sent: where nothing can be stored, nothing is sent.</summary>
public sealed class DeliveryClaims(PortalStore store, TimeProvider clock)
{
    internal async Task<IReadOnlyList<ClaimedDelivery>> TakeAsync(Guid endpointId, int most, CancellationToken cancellationToken)
    {
        var taken = await store.WriteAsync<List<ClaimedDelivery>>(async write =>
        {
            var (deliveries, now) = (write.Set<WebhookDelivery>(), clock.GetUtcNow().UtcDateTime);
            var due = await deliveries.Where(d => d.EndpointId == endpointId && d.DueUtc <= now).OrderBy(d => d.DueUtc).ThenBy(d => d.Sequence).Take(most)
                .Join(write.Set<WebhookMessage>(), d => d.MessageId, m => m.Id, (d, m) => new ClaimedDelivery(d.Sequence, m.Id, m.Body)).ToListAsync(cancellationToken);
            var ids = due.ConvertAll(claimed => claimed.Sequence);
            var until = now + DeliverySchedule.Lease;
            await deliveries.Where(d => ids.Contains(d.Sequence))
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.ClaimedAtUtc, now).SetProperty(d => d.DueUtc, until), cancellationToken);
            return due;
        }, cancellationToken);
        return taken.Ok ? taken.Value : [];
    }
}
