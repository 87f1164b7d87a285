using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Webhooks.Delivering;

/// <summary>An attempt that was made.</summary>
internal sealed record MadeAttempt(long Delivery, DateTime StartedAtUtc, WebhookCall Call, WebhookReply Reply);

/// <summary>Stores how attempts ended, what follows for their deliveries, and for the endpoint.</summary>
public sealed partial class DeliveryRecorder(
    PortalStore store, WebhookBook book, WebhookSeal seal, AuditTrail audit, TimeProvider clock, ILogger<DeliveryRecorder> logger)
{
    internal Task<Result<int>> RecordAsync(Guid endpointId, IReadOnlyList<MadeAttempt> made) => store.WriteAsync<int>(async write =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = made.Select(attempt => attempt.Delivery).ToList();
        var endpoint = await write.Set<WebhookEndpoint>().SingleAsync(e => e.Id == endpointId);
        var deliveries = (await write.TakeAsync(write.Set<WebhookDelivery>().Where(d => ids.Contains(d.Sequence)), CancellationToken.None)).ToDictionary(d => d.Sequence);
        var wasEnabled = endpoint.IsEnabled;
        foreach (var attempt in made)
        {
            write.Add(RowOf(attempt));
            Apply(deliveries[attempt.Delivery], attempt.Reply, now);
            Judge(endpoint, attempt, now);
        }
        if (wasEnabled && !endpoint.IsEnabled)
            await EndAsync(write, endpoint, deliveries.Values, now);
        var over = deliveries.Values.Where(d => d.State != DeliveryState.Waiting).Select(d => d.SessionId).OfType<Guid>().ToHashSet();
        await DeliveryQueue.ReleaseAsync(write, endpointId, over, now, CancellationToken.None);
        write.AfterCommit(() => book.Put(endpoint));
        write.Announce(new PortalChange(WebhookBook.Topic, endpointId));
        return made.Count;
    }, CancellationToken.None);

    private WebhookAttempt RowOf(MadeAttempt made) => new()
    {
        Delivery = made.Delivery,
        StartedAtUtc = made.StartedAtUtc,
        TookMilliseconds = (int)made.Reply.Took.TotalMilliseconds,
        Url = made.Call.Url.OriginalString,
        Headers = string.Join('\n', made.Call.Headers.Select(header => $"{header.Key}: {header.Value}")),
        Status = made.Reply.Status,
        Fault = made.Reply.Fault,
        SealedAnswer = made.Reply.Status is null ? null : seal.SealAnswer(made.Delivery, $"{made.Reply.Headers}\n\n{made.Reply.Body}"),
        IsCut = made.Reply.IsCut,
    };

    private static void Apply(WebhookDelivery delivery, WebhookReply reply, DateTime now)
    {
        (delivery.ClaimedAtUtc, delivery.LastStatus, delivery.LastFault) = (null, reply.Status, reply.Fault);
        delivery.Attempts++;
        if (reply.IsTaken)
            delivery.End(DeliveryState.Delivered, now);
        // Whoever disabled the endpoint meanwhile has ended it.
        else if (delivery.State == DeliveryState.Waiting && DeliverySchedule.After(delivery.Attempts, reply.RetryAfter) is { } wait)
            delivery.DueUtc = now + wait;
        else if (delivery.State == DeliveryState.Waiting)
            delivery.End(DeliveryState.GivenUp, now);
    }

    private static void Judge(WebhookEndpoint endpoint, MadeAttempt attempt, DateTime now)
    {
        if (attempt.Reply.IsTaken)
            (endpoint.LastDeliveredUtc, endpoint.FailingSinceUtc) = (now, null);
        else
            endpoint.FailingSinceUtc ??= attempt.StartedAtUtc;
        if (!endpoint.IsEnabled)
            return;
        if (attempt.Reply.IsGone)
            endpoint.Disable(DisabledReason.Gone, now);
        else if (now - endpoint.FailingSinceUtc >= DeliverySchedule.Forbearance)
            endpoint.Disable(DisabledReason.Failing, now);
    }

    private async Task EndAsync(PortalWrite write, WebhookEndpoint endpoint, IEnumerable<WebhookDelivery> deliveries, DateTime now)
    {
        await DeliveryQueue.GiveUpAsync(write, endpoint.Id, now, CancellationToken.None);
        foreach (var delivery in deliveries.Where(delivery => delivery.State == DeliveryState.Waiting))
            delivery.End(DeliveryState.GivenUp, now);
        audit.Record(write, Actor.System, AuditAction.WebhookDisabled, $"webhook/{endpoint.Id}", endpoint.DisabledReason.ToString());
        write.AfterCommit(() => Log.Disabled(logger, endpoint.Id, endpoint.DisabledReason!.Value));
    }

    private static partial class Log
    {
        [LoggerMessage(70, LogLevel.Warning, "The webhook endpoint {EndpointId} is disabled: {Reason}.")]
        public static partial void Disabled(ILogger logger, Guid endpointId, DisabledReason reason);
    }
}
