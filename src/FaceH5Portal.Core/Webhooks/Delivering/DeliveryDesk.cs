using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Core.Webhooks.Outbox;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Webhooks.Delivering;

/// <summary>Sends by hand: a test, one delivery again, or all since a time that have not arrived.</summary>
public sealed class DeliveryDesk(PortalStore store, DeliveryQueue queue, AuditTrail audit, TimeProvider clock, Entropy entropy)
{
    private const int Batch = 200;

    /// <summary>A message that says nothing, to see whether it arrives; only the endpoint asked for hears of it.</summary>
    public Task<Result<Guid>> TestAsync(Actor actor, Guid endpointId, CancellationToken cancellationToken) =>
        AtEndpointAsync<Guid>(actor, endpointId, async (write, _) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var message = new WebhookMessage
            {
                Id = entropy.NewId(clock),
                Type = WebhookTypes.Test,
                OccurredAtUtc = now,
                Body = WebhookPayload.OfTest(now, endpointId),
            };
            write.Add(message);
            await queue.AddAsync(write, message, [endpointId], cancellationToken);
            audit.Record(write, actor, AuditAction.WebhookTested, $"webhook/{endpointId}");
            return message.Id;
        }, cancellationToken);

    /// <summary>The same message once more, behind what waits of its session.</summary>
    public async Task<Result<Guid>> ResendAsync(Actor actor, long sequence, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageWebhooks) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        if (await db.Set<WebhookDelivery>().AsNoTracking().SingleOrDefaultAsync(d => d.Sequence == sequence, cancellationToken) is not { } sent)
            return new PortalError(PortalError.NotFound);
        if (sent.State == DeliveryState.Waiting)
            return new PortalError("webhook-still-waiting");
        return await AtEndpointAsync<Guid>(actor, sent.EndpointId, async (write, _) =>
        {
            var message = await write.Set<WebhookMessage>().AsNoTracking().SingleAsync(m => m.Id == sent.MessageId, cancellationToken);
            await queue.AddAsync(write, message, [sent.EndpointId], cancellationToken);
            audit.Record(write, actor, AuditAction.WebhookResent, $"webhook/{sent.EndpointId}", WebhookMessage.WireId(message.Id));
            return message.Id;
        }, cancellationToken);
    }

    /// <summary>All that happened since then, that the endpoint wants, and that it has neither taken nor waits for; how many.</summary>
    public async Task<Result<int>> ResendSinceAsync(Actor actor, Guid endpointId, DateTime sinceUtc, CancellationToken cancellationToken)
    {
        var (after, sent) = (0L, 0);
        while (true)
        {
            var batch = await AtEndpointAsync<(int Count, long Last)>(actor, endpointId, async (write, endpoint) =>
            {
                var missed = await MissedAsync(write, endpoint, sinceUtc, after, cancellationToken);
                foreach (var message in missed)
                    await queue.AddAsync(write, message, [endpointId], cancellationToken);
                if (missed.Count > 0)
                    audit.Record(write, actor, AuditAction.WebhookResent, $"webhook/{endpointId}", $"{missed.Count}");
                return (missed.Count, missed.Count > 0 ? missed[^1].Sequence : 0);
            }, cancellationToken);
            if (!batch.Ok)
                return batch.Errors.ToList();
            sent += batch.Value.Count;
            if (batch.Value.Count < Batch)
                return sent;
            after = batch.Value.Last;
        }
    }

    private static Task<List<WebhookMessage>> MissedAsync(PortalWrite write, WebhookEndpoint endpoint, DateTime sinceUtc, long after, CancellationToken cancellationToken)
    {
        var (deliveries, types) = (write.Set<WebhookDelivery>(), endpoint.Types);
        return write.Set<WebhookMessage>().AsNoTracking()
            .Where(m => m.Sequence > after && m.OccurredAtUtc >= sinceUtc && types.Contains(m.Type)
                && !deliveries.Any(d => d.MessageId == m.Id && d.EndpointId == endpoint.Id && d.State != DeliveryState.GivenUp))
            .OrderBy(m => m.Sequence).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task<Result<T>> AtEndpointAsync<T>(
        Actor actor, Guid endpointId, Func<PortalWrite, WebhookEndpoint, Task<T>> act, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageWebhooks) is { } denied)
            return denied;
        return await store.WriteAsync<T>(async write =>
        {
            if (await write.Set<WebhookEndpoint>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == endpointId, cancellationToken) is not { } endpoint)
                return new PortalError(PortalError.NotFound);
            if (!endpoint.IsEnabled)
                return new PortalError("webhook-disabled");
            write.Announce(new PortalChange(WebhookBook.Topic, endpointId));
            return await act(write, endpoint);
        }, cancellationToken);
    }
}
