using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;

namespace FaceH5Portal.Core.Webhooks.Outbox;

/// <summary>
/// Puts what happened to a session into the outbox, whoever changed it, in the very transaction of the change: nothing is
/// told that was not committed, and nothing that was committed is left untold.
/// </summary>
public sealed class WebhookFeed(WebhookBook book, DeliveryQueue queue, Entropy entropy, TimeProvider clock) : IWriteFollower
{
    public async Task FollowAsync(PortalWrite write)
    {
        if (book.IsEmpty)
            return;
        var happened = write.Known<VerificationSession>()
            .SelectMany(change => WebhookTypes.Of(change).Select(type => (change.Row, type))).ToList();
        foreach (var (session, type) in happened)
            await queue.AddAsync(write, Tell(write, type, session), book.Wanting(type), CancellationToken.None);
    }

    private WebhookMessage Tell(PortalWrite write, string type, VerificationSession session)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var message = new WebhookMessage
        {
            Id = entropy.NewId(clock),
            Type = type,
            SessionId = session.Id,
            OccurredAtUtc = now,
            Body = WebhookPayload.Of(type, now, session),
        };
        write.Add(message);
        return message;
    }
}
