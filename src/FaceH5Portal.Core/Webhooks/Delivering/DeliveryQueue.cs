using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Outbox;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Webhooks.Delivering;

/// <summary>
/// What is to be delivered, in the order of each session: only the first of a session that is not over has a due time,
/// and when it is over the next one gets it. Other sessions go on.
/// </summary>
public sealed class DeliveryQueue(TimeProvider clock)
{
    public async Task AddAsync(PortalWrite write, WebhookMessage message, IReadOnlyList<Guid> endpoints, CancellationToken cancellationToken)
    {
        if (endpoints.Count == 0)
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        var busy = await BusyAsync(write, message.SessionId, cancellationToken);
        foreach (var endpoint in endpoints)
            write.Add(new WebhookDelivery
            {
                EndpointId = endpoint,
                MessageId = message.Id,
                Type = message.Type,
                SessionId = message.SessionId,
                CreatedAtUtc = now,
                DueUtc = busy.Contains(endpoint) ? null : now,
            });
    }

    /// <summary>Nothing more is sent to an endpoint: all that waits for it is over.</summary>
    internal static Task<int> GiveUpAsync(PortalWrite write, Guid endpointId, DateTime now, CancellationToken cancellationToken) =>
        write.Set<WebhookDelivery>().Where(delivery => delivery.EndpointId == endpointId && delivery.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.GivenUp).SetProperty(d => d.DueUtc, (DateTime?)null)
                .SetProperty(d => d.ClaimedAtUtc, (DateTime?)null).SetProperty(d => d.EndedAtUtc, now), cancellationToken);

    /// <summary>The next of each session whose first is over is due.</summary>
    internal static async Task ReleaseAsync(PortalWrite write, Guid endpointId, IReadOnlyCollection<Guid> sessions, DateTime now, CancellationToken cancellationToken)
    {
        if (sessions.Count == 0)
            return;
        var held = await write.TakeAsync(write.Set<WebhookDelivery>()
            .Where(d => d.EndpointId == endpointId && d.SessionId != null && sessions.Contains(d.SessionId.Value) && d.State == DeliveryState.Waiting && d.DueUtc == null)
            .OrderBy(d => d.Sequence), cancellationToken);
        foreach (var next in held.Where(d => d.State == DeliveryState.Waiting).DistinctBy(d => d.SessionId))
            next.DueUtc = now;
    }

    /// <summary>Endpoints for which something of the session waits, what this very work adds included.</summary>
    private static async Task<HashSet<Guid>> BusyAsync(PortalWrite write, Guid? sessionId, CancellationToken cancellationToken)
    {
        if (sessionId is null)
            return [];
        var stored = await write.Set<WebhookDelivery>().Where(d => d.SessionId == sessionId && d.State == DeliveryState.Waiting).Select(d => d.EndpointId).ToListAsync(cancellationToken);
        return [.. stored, .. write.Added<WebhookDelivery>().Where(d => d.SessionId == sessionId && d.State == DeliveryState.Waiting).Select(d => d.EndpointId)];
    }
}
