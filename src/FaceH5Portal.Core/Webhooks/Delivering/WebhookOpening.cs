using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Endpoints;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Webhooks.Delivering;

/// <summary>
/// Takes the endpoints to hand, and makes due again what a former process had in hand: one process owns the database, so
/// nobody is sending it. Whether it had arrived nobody knows, so it is sent again under the same id.
/// </summary>
public sealed class WebhookOpening(PortalStore store, WebhookBook book) : IOpeningStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (var db = await store.ReadAsync(cancellationToken))
            foreach (var endpoint in await db.Set<WebhookEndpoint>().AsNoTracking().ToListAsync(cancellationToken))
                book.Put(endpoint);
        if (!book.IsEmpty)
            await store.WriteAsync<int>(async write => await write.Set<WebhookDelivery>()
                .Where(delivery => delivery.ClaimedAtUtc != null)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.DueUtc, d => d.ClaimedAtUtc).SetProperty(d => d.ClaimedAtUtc, (DateTime?)null), cancellationToken), cancellationToken);
    }
}
