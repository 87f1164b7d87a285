using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Webhooks;

/// <summary>When it is sent, and sent again.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private WebhookBench bench = null!;

    public async Task InitializeAsync() => bench = await WebhookBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task What_fails_is_tried_again_as_the_schedule_says_and_given_up_after_the_eighth_time()
    {
        Answer(500);
        await SessionDriver.CreateAsync(bench.Portal);
        await bench.DeliverAsync();
        foreach (var (wait, attempts) in new[] { (5, 2), (300, 3), (1800, 4), (7200, 5), (18_000, 6), (36_000, 7), (36_000, 8) })
        {
            bench.Portal.Advance(TimeSpan.FromSeconds(wait - 1));
            await bench.DeliverAsync();
            Assert.Equal(attempts - 1, bench.Receiver.Received.Count);
            bench.Portal.Advance(TimeSpan.FromSeconds(1));
            await bench.DeliverAsync();
            Assert.Equal(attempts, bench.Receiver.Received.Count);
        }
        var given = Assert.Single(await bench.LogAsync());
        Assert.Equal((DeliveryState.GivenUp, 8, 500), (given.State, given.Attempts, given.LastStatus!.Value));
        Assert.Null(given.DueUtc);
    }

    [Fact]
    public async Task Every_attempt_has_the_same_id_and_body_and_a_time_and_signature_of_its_own()
    {
        Answer(500);
        await SessionDriver.CreateAsync(bench.Portal);
        await bench.DeliverAsync();
        bench.Portal.Advance(TimeSpan.FromSeconds(5));
        await bench.DeliverAsync();
        var (first, second) = (bench.Receiver.Received[0], bench.Receiver.Received[1]);
        Assert.Equal((first.Id, first.Body), (second.Id, second.Body));
        Assert.Equal(TimeSpan.FromSeconds(5), second.At - first.At);
        Assert.True(first.IsSignedBy(bench.Secret) && second.IsSignedBy(bench.Secret));
        Assert.NotEqual(first.Signatures, second.Signatures);
    }

    [Fact]
    public async Task A_receiver_that_says_when_is_left_alone_until_then()
    {
        bench.Receiver.Answer = (_, context, _) =>
        {
            context.Response.Headers.RetryAfter = "600";
            return WebhookReceiver.SayAsync(context, 503);
        };
        await SessionDriver.CreateAsync(bench.Portal);
        await bench.DeliverAsync();
        Assert.Equal(bench.Portal.NowUtc.AddSeconds(600), (await bench.LogAsync())[0].DueUtc);
    }

    [Theory]
    [InlineData(1, 3, 5)]
    [InlineData(1, 3600, 3600)]
    [InlineData(4, 60, 7200)]
    [InlineData(1, 1_000_000, 36_000)]
    [InlineData(7, 0, 36_000)]
    [InlineData(8, 60, null)]
    public void A_wish_only_lengthens_the_wait_and_not_for_ever(int attempts, int wish, int? seconds) =>
        Assert.Equal(seconds, (int?)DeliverySchedule.After(attempts, TimeSpan.FromSeconds(wish))?.TotalSeconds);

    [Fact]
    public async Task A_later_event_of_a_session_waits_for_the_earlier_one_and_other_sessions_go_on()
    {
        var (held, free) = (await SessionDriver.CreateAsync(bench.Portal), await SessionDriver.CreateAsync(bench.Portal, number: "11010119900307003X"));
        bench.Receiver.Answer = (webhook, context, _) => WebhookReceiver.SayAsync(context, webhook.Session == held.Id ? 500 : 204);
        await held.GoThroughAsync();
        await free.GoThroughAsync();
        await bench.DeliverAsync();
        Assert.Equal(["session.created"], bench.Receiver.Received.Where(webhook => webhook.Session == held.Id).Select(webhook => webhook.Type));
        Assert.Equal(["session.created", "session.passed", "session.evidence_complete"], TakenOf(free));
        bench.Receiver.Answer = WebhookReceiver.TakeAsync;
        bench.Portal.Advance(TimeSpan.FromSeconds(5));
        await bench.DeliverAsync();
        Assert.Equal(["session.created", "session.passed", "session.evidence_complete"], TakenOf(held));
    }

    [Fact]
    public async Task What_is_given_up_lets_the_next_of_its_session_go()
    {
        var session = await SessionDriver.CreateAsync(bench.Portal);
        await bench.HappenAsync(session.Id, s => s.Status = SessionStatus.Cancelled);
        bench.Receiver.Answer = (webhook, context, _) => WebhookReceiver.SayAsync(context, webhook.Type == "session.created" ? 500 : 204);
        for (var attempt = 0; attempt < DeliverySchedule.MostAttempts; attempt++)
        {
            Assert.Empty(bench.Receiver.Taken);
            await bench.DeliverAsync();
            bench.Portal.Advance(TimeSpan.FromHours(10));
        }
        Assert.Equal(["session.cancelled"], TakenOf(session));
        Assert.Equal([DeliveryState.GivenUp, DeliveryState.Delivered], (await bench.LogAsync()).Select(delivery => delivery.State));
    }

    [Fact]
    public async Task What_a_dead_process_had_in_hand_is_sent_again_at_once_under_the_same_id()
    {
        await SessionDriver.CreateAsync(bench.Portal);
        // A process that took it, and died before it knew how it ended.
        Assert.Single(await bench.Portal.Get<DeliveryClaims>().TakeAsync(bench.Endpoint, 8, CancellationToken.None));
        await bench.DeliverAsync();
        Assert.Empty(bench.Receiver.Received);
        await new WebhookOpening(bench.Portal.Get<PortalStore>(), bench.Portal.Get<WebhookBook>()).RunAsync(CancellationToken.None);
        await bench.DeliverAsync();
        Assert.Equal(WebhookMessage.WireId((await bench.MessagesAsync())[0].Id), Assert.Single(bench.Receiver.Taken).Id);
    }

    [Fact]
    public async Task The_log_shows_exactly_what_went_out_and_what_came_back()
    {
        bench.Receiver.Answer = async (_, context, ct) =>
        {
            context.Response.Headers["x-request-id"] = "r-17";
            await context.Response.WriteAsync("thanks", ct);
        };
        await SessionDriver.CreateAsync(bench.Portal);
        await bench.DeliverAsync();
        var sequence = (await bench.LogAsync())[0].Sequence;
        var detail = (await bench.Portal.Get<DeliveryQueries>().GetAsync(WebhookBench.Administrator, sequence, CancellationToken.None)).Value;
        var (attempt, received) = (Assert.Single(detail.Attempts), bench.Receiver.Received[0]);
        Assert.Equal((received.Id, received.Body), (detail.MessageId, detail.Body));
        Assert.Equal(received.Headers.Select(header => $"{header.Key.ToLowerInvariant()}: {header.Value}").Order(StringComparer.Ordinal), attempt.Headers.Split('\n').Order(StringComparer.Ordinal));
        Assert.Contains("x-request-id: r-17", attempt.Answer, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("\n\nthanks", attempt.Answer, StringComparison.Ordinal);
        await using var db = await bench.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        Assert.DoesNotContain("thanks", System.Text.Encoding.UTF8.GetString((await db.Set<WebhookAttempt>().SingleAsync()).SealedAnswer!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_hangs_delays_only_its_own()
    {
        await using var patient = await WebhookBench.StartAsync(patience: 0.5);
        await using var other = await WebhookReceiver.StartAsync();
        patient.Receiver.Answer = (_, context, ct) => WebhookReceiver.HangAsync(context, ct);
        var (second, _) = await patient.AddEndpointAsync(other.Address);
        var session = await SessionDriver.CreateAsync(patient.Portal);
        var hanging = patient.Pass.RunAsync(patient.Endpoint, CancellationToken.None);
        Assert.Equal(1, await patient.Pass.RunAsync(second, CancellationToken.None));
        Assert.Single(other.Taken);
        // Nor does it keep anybody from being verified.
        Assert.Equal(SessionStatus.Passed, (await session.GoThroughAsync()).Row.Status);
        Assert.Equal(1, await hanging);
        Assert.Equal(WebhookFault.TimedOut, (await patient.LogAsync())[0].LastFault);
    }

    private void Answer(int status) => bench.Receiver.Answer = (_, context, _) => WebhookReceiver.SayAsync(context, status);

    private IEnumerable<string> TakenOf(SessionDriver session) => bench.Receiver.Taken.Where(webhook => webhook.Session == session.Id).Select(webhook => webhook.Type);
}
