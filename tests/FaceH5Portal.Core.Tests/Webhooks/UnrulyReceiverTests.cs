using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.TestKit;
using Microsoft.AspNetCore.Http;

namespace FaceH5Portal.Core.Tests.Webhooks;

/// <summary>A receiver that fails, hangs, redirects and lies at random: every event arrives all the same, in order, and none is made up.</summary>
public sealed class UnrulyReceiverTests
{
    private const int Sessions = 40;
    private const int Seed = 20_260_301;

    // The receiver misbehaves in five of ten requests; so many hours leave nothing that is due.
    private const int Hours = 30;

    private readonly Random random = new(Seed);

    [Fact]
    public async Task Every_event_arrives_at_least_once_in_the_order_of_its_session_and_none_is_made_up()
    {
        await using var bench = await WebhookBench.StartAsync(patience: 1);
        var bad = 0;
        bench.Receiver.Answer = (webhook, context, ct) => Misbehaviour(context, () => bad++, ct);
        for (var n = 0; n < Sessions; n++)
        {
            var session = await SessionDriver.CreateAsync(bench.Portal);
            await bench.HappenAsync(session.Id, s => (s.Status, s.Harvest) = (SessionStatus.Passed, HarvestState.Partial));
            await bench.HappenAsync(session.Id, s => s.Harvest = HarvestState.Complete);
        }
        await bench.DeliverAsync();
        for (var hour = 0; hour < Hours; hour++)
        {
            bench.Portal.Advance(TimeSpan.FromHours(1));
            if (hour == Hours / 2)
                bench.Receiver.Answer = WebhookReceiver.TakeAsync;
            await bench.DeliverAsync();
        }
        var told = await bench.MessagesAsync();
        Assert.True(bad > Sessions);
        Assert.Equal(Sessions * 3, told.Count);
        AssertArrived(told, bench.Receiver.Taken);
        Assert.All(bench.Receiver.Received, webhook => Assert.True(webhook.IsSignedBy(bench.Secret)));
    }

    private static void AssertArrived(IReadOnlyList<WebhookMessage> told, IReadOnlyList<ReceivedWebhook> taken)
    {
        Assert.Equal(told.Select(message => WebhookMessage.WireId(message.Id)).Order(StringComparer.Ordinal), taken.Select(webhook => webhook.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.All(taken, webhook => Assert.Contains(told, message => message.Body == webhook.Body));
        foreach (var session in taken.GroupBy(webhook => webhook.Session))
            Assert.Equal(["session.created", "session.passed", "session.evidence_complete"], session.Select(webhook => webhook.Type).Distinct());
    }

    private Task Misbehaviour(HttpContext context, Action bad, CancellationToken ct)
    {
        int kind;
        lock (random)
        {
            kind = random.Next(10);
            if (kind < 5)
                bad();
        }
        switch (kind)
        {
            case 0:
                return WebhookReceiver.SayAsync(context, 500);
            case 1:
                return WebhookReceiver.HangAsync(context, ct);
            case 2:
                context.Response.Headers.Location = "/elsewhere";
                return WebhookReceiver.SayAsync(context, 302);
            case 3:
                WebhookReceiver.Abort(context);
                return Task.CompletedTask;
            case 4:
                context.Response.StatusCode = 503;
                return context.Response.WriteAsync(new string('x', 100_000), ct);
            case 5:
                return context.Response.WriteAsync("<html>It is not JSON, and it is taken.</html>", ct);
            default:
                return WebhookReceiver.TakeAsync(null!, context, ct);
        }
    }
}
