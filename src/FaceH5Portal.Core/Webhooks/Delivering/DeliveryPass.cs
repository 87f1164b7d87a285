using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Webhooks.Delivering;

/// <summary>
/// Claims what is due, sends it, and stores how it ended; each endpoint for itself, so that one that hangs delays only
/// its own. A worker is only a timer around it.
/// </summary>
public sealed class DeliveryPass(
    PortalStore store, WebhookBook book, WebhookSeal seal, WebhookSender sender, DeliveryClaims claims, DeliveryRecorder recorder, TimeProvider clock)
{
    // A round that meets a receiver that hangs is over within so many waits.
    private const int RoundsOfWaiting = 8;

    private readonly ConcurrentDictionary<Guid, bool> underWay = new();

    private IEnumerable<WebhookEndpoint> Resting => book.Enabled.Where(endpoint => !underWay.ContainsKey(endpoint.Id));

    /// <summary>One round of every endpoint for which something is due; how many were sent. The caller repeats until none is.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll((await DueAsync(cancellationToken)).Select(endpoint => RunAsync(endpoint, cancellationToken)))).Sum();

    /// <summary>One round of an endpoint; 0 while another is under way.</summary>
    public async Task<int> RunAsync(Guid endpointId, CancellationToken cancellationToken)
    {
        if (!underWay.TryAdd(endpointId, true))
            return 0;
        try
        {
            if (book.FindEnabled(endpointId) is not { } endpoint)
                return 0;
            var claimed = await claims.TakeAsync(endpointId, endpoint.AtOnce * RoundsOfWaiting, cancellationToken);
            await DeliverAsync(endpoint, claimed, cancellationToken);
            return claimed.Count;
        }
        finally
        {
            underWay.TryRemove(endpointId, out _);
        }
    }

    /// <summary>Endpoints for which something is due now and no round is under way.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var (now, due) = (clock.GetUtcNow().UtcDateTime, new List<Guid>());
        foreach (var endpoint in Resting)
            if (await store.LookAsync(db => db.Set<WebhookDelivery>().AnyAsync(d => d.EndpointId == endpoint.Id && d.DueUtc <= now, cancellationToken), cancellationToken))
                due.Add(endpoint.Id);
        return due;
    }

    /// <summary>When the next attempt of these is due; null when nothing waits.</summary>
    public async Task<DateTime?> NextDueAsync(CancellationToken cancellationToken)
    {
        DateTime? next = null;
        foreach (var endpoint in Resting)
            if (await store.LookAsync(db => db.Set<WebhookDelivery>().Where(d => d.EndpointId == endpoint.Id && d.DueUtc != null).MinAsync(d => d.DueUtc, cancellationToken), cancellationToken) is { } due)
                next = next < due ? next : due;
        return next;
    }

    /// <summary>What has ended is stored while the rest is still being sent, as many together as have ended meanwhile.</summary>
    private async Task DeliverAsync(WebhookEndpoint endpoint, IReadOnlyList<ClaimedDelivery> claimed, CancellationToken cancellationToken)
    {
        var made = Channel.CreateUnbounded<MadeAttempt>();
        var sending = SendAsync(endpoint, claimed, made.Writer, cancellationToken);
        var ended = new List<MadeAttempt>();
        while (await made.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (made.Reader.TryRead(out var attempt))
                ended.Add(attempt);
            // Where it cannot be stored the claim runs out, and the attempt is made again.
            await recorder.RecordAsync(endpoint.Id, ended);
            ended.Clear();
        }
        await sending;
    }

    private async Task SendAsync(WebhookEndpoint endpoint, IReadOnlyList<ClaimedDelivery> claimed, ChannelWriter<MadeAttempt> made, CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = endpoint.AtOnce, CancellationToken = cancellationToken }, async (delivery, ct) =>
            {
                // Somebody, or an answer just now, may have put an end to it.
                if (book.FindEnabled(endpoint.Id) is not { } live)
                    return;
                var at = clock.GetUtcNow();
                var call = new WebhookCall(new Uri(live.Url), WebhookMessage.WireId(delivery.MessageId), at, Encoding.UTF8.GetBytes(delivery.Body), seal.SecretsOf(live, at.UtcDateTime));
                made.TryWrite(new MadeAttempt(delivery.Sequence, at.UtcDateTime, call, await sender.SendAsync(call, ct)));
            });
        }
        finally
        {
            made.Complete();
        }
    }
}
