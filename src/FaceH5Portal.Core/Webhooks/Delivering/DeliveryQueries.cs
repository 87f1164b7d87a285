using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Core.Webhooks.Outbox;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Webhooks.Delivering;

/// <summary>The endpoints and their log.</summary>
public sealed class DeliveryQueries(PortalStore store, WebhookSeal seal)
{
    public const int PageSize = 50;

    public async Task<Result<IReadOnlyList<EndpointView>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageWebhooks) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var endpoints = await db.Set<WebhookEndpoint>().AsNoTracking().OrderBy(endpoint => endpoint.CreatedAtUtc).ThenBy(endpoint => endpoint.Id).ToListAsync(cancellationToken);
        var waiting = await db.Set<WebhookDelivery>().Where(d => d.State == DeliveryState.Waiting).GroupBy(d => d.EndpointId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return endpoints.ConvertAll(endpoint => ViewOf(endpoint, waiting.GetValueOrDefault(endpoint.Id)));
    }

    public async Task<Result<DeliveryPart>> PageAsync(Actor actor, Guid endpointId, DeliveryFilter filter, long? before, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageWebhooks) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var sought = db.Set<WebhookDelivery>().AsNoTracking().Where(delivery => delivery.EndpointId == endpointId);
        if (before is { } sequence)
            sought = sought.Where(delivery => delivery.Sequence < sequence);
        if (filter.State is { } state)
            sought = sought.Where(delivery => delivery.State == state);
        if (filter.Type is { } type)
            sought = sought.Where(delivery => delivery.Type == type);
        if (filter.SessionId is { } session)
            sought = sought.Where(delivery => delivery.SessionId == session);
        var found = await sought.OrderByDescending(delivery => delivery.Sequence).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new DeliveryPart([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Sequence : null);
    }

    public async Task<Result<DeliveryDetail>> GetAsync(Actor actor, long sequence, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageWebhooks) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        if (await db.Set<WebhookDelivery>().AsNoTracking().SingleOrDefaultAsync(d => d.Sequence == sequence, cancellationToken) is not { } delivery)
            return new PortalError(PortalError.NotFound);
        var body = await db.Set<WebhookMessage>().Where(m => m.Id == delivery.MessageId).Select(m => m.Body).SingleAsync(cancellationToken);
        var attempts = await db.Set<WebhookAttempt>().AsNoTracking().Where(a => a.Delivery == sequence).OrderBy(a => a.Sequence).ToListAsync(cancellationToken);
        return new DeliveryDetail(delivery, WebhookMessage.WireId(delivery.MessageId), body, attempts.ConvertAll(ViewOf));
    }

    private static EndpointView ViewOf(WebhookEndpoint endpoint, int waiting) => new(
        endpoint.Id, endpoint.Url, endpoint.Description, endpoint.Types, endpoint.AtOnce, endpoint.CreatedAtUtc, endpoint.OldSecretUntilUtc,
        endpoint.LastDeliveredUtc, endpoint.FailingSinceUtc, endpoint.DisabledAtUtc, endpoint.DisabledReason, waiting);

    private AttemptView ViewOf(WebhookAttempt attempt) => new(
        attempt.StartedAtUtc, attempt.TookMilliseconds, attempt.Url, attempt.Headers, attempt.Status, attempt.Fault,
        attempt.SealedAnswer is { } answer ? seal.OpenAnswer(attempt.Delivery, answer) : null, attempt.IsCut);
}
