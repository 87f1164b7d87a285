using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Tests.Erasure;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Webhooks;

/// <summary>What is told of, and that it is told exactly when it happened.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private WebhookBench bench = null!;

    public async Task InitializeAsync() => bench = await WebhookBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_verification_is_told_of_from_its_beginning_to_its_evidence_signed_and_in_order()
    {
        var session = await SessionDriver.CreateAsync(bench.Portal);
        await session.GoThroughAsync();
        await bench.DeliverAsync();
        var told = bench.Receiver.Taken;
        Assert.Equal(["session.created", "session.passed", "session.evidence_complete"], told.Select(webhook => webhook.Type));
        Assert.All(told, webhook => Assert.True(webhook.IsSignedBy(bench.Secret)));
        Assert.All(told, webhook => Assert.Equal((session.Id, "/hook"), (webhook.Session!.Value, webhook.Path)));
        Assert.Equal(["awaitingUser", "passed", "passed"], told.Select(webhook => webhook.Data.GetProperty("status").GetString()));
        Assert.Equal("match", told[1].Data.GetProperty("outcome").GetString());
        Assert.StartsWith("msg_", told[0].Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_names_nobody_and_grants_nothing()
    {
        var session = await SessionDriver.CreateAsync(bench.Portal);
        await session.GoThroughAsync();
        var bodies = string.Join('\n', (await bench.MessagesAsync()).Select(message => message.Body));
        Assert.Contains(session.Id.ToString(), bodies, StringComparison.Ordinal);
        foreach (var secret in new[] { "测试甲", "\\u6D4B", SessionDriver.Number, session.VerifyToken, session.State, session.Link.Segments[^1] })
            Assert.DoesNotContain(secret, bodies, StringComparison.OrdinalIgnoreCase);
    }

    public static TheoryData<string, SessionStatus> Ends => new()
    {
        { "session.passed", SessionStatus.Passed },
        { "session.failed", SessionStatus.Failed },
        { "session.expired", SessionStatus.Expired },
        { "session.cancelled", SessionStatus.Cancelled },
        { "session.unresolved", SessionStatus.Unresolved },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Every_end_is_told_of_by_its_own_name(string type, SessionStatus status)
    {
        var session = await SessionDriver.CreateAsync(bench.Portal);
        await bench.HappenAsync(session.Id, s => s.Status = status);
        Assert.Equal(["session.created", type], await TypesAsync());
    }

    [Fact]
    public async Task A_review_and_lost_evidence_are_told_of()
    {
        var session = await SessionDriver.CreateAsync(bench.Portal);
        await bench.HappenAsync(session.Id, s => s.NeedReview(ReviewCause.Risk, bench.Portal.NowUtc));
        await bench.HappenAsync(session.Id, s => s.EndReview(ReviewState.Declined));
        await bench.HappenAsync(session.Id, s => s.Harvest = HarvestState.Lost);
        Assert.Equal(["session.created", "session.review_needed", "session.review_decided", "session.evidence_lost"], await TypesAsync());
    }

    [Fact]
    public async Task What_is_no_news_is_not_told_of()
    {
        var session = await SessionDriver.CreateAsync(bench.Portal);
        await session.StartAsync();
        await bench.HappenAsync(session.Id, s => s.Version++);
        Assert.Equal(["session.created"], await TypesAsync());
    }

    [Fact]
    public async Task An_erasure_is_told_of_once_the_person_is_gone()
    {
        var session = await SessionDriver.CreateAsync(bench.Portal);
        await session.GoThroughAsync();
        Assert.True((await bench.Portal.EraseAsync((await bench.Portal.SubjectOfAsync(session)).Id)).Ok);
        Assert.Equal("session.erased", (await TypesAsync())[^1]);
    }

    [Fact]
    public async Task What_was_taken_back_is_told_to_nobody()
    {
        var session = await SessionDriver.CreateAsync(bench.Portal);
        var answer = await bench.Portal.Get<PortalStore>().WriteAsync<int>(write =>
        {
            write.Find<VerificationSession>(session.Id)!.Status = SessionStatus.Passed;
            return new PortalError("changed-my-mind");
        }, CancellationToken.None);
        Assert.False(answer.Ok);
        Assert.Equal(["session.created"], await TypesAsync());
    }

    [Fact]
    public async Task Who_wants_one_event_hears_of_no_other()
    {
        await using var other = await WebhookReceiver.StartAsync();
        await bench.AddEndpointAsync(other.Address, "session.passed");
        await (await SessionDriver.CreateAsync(bench.Portal)).GoThroughAsync();
        await bench.DeliverAsync();
        Assert.Equal("session.passed", Assert.Single(other.Taken).Type);
        // The same event has the same id, whoever hears of it.
        Assert.Equal(bench.Receiver.Taken[1].Id, other.Taken[0].Id);
        Assert.NotEqual(bench.Receiver.Taken[1].Signatures, other.Taken[0].Signatures);
    }

    [Fact]
    public async Task A_portal_without_endpoints_keeps_no_messages()
    {
        await using var portal = await PortalHarness.StartAsync();
        await SessionDriver.CreateAsync(portal);
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        Assert.Equal(0, await db.Set<WebhookMessage>().CountAsync());
    }

    [Fact]
    public async Task What_was_told_a_month_ago_is_forgotten_and_what_waits_is_not()
    {
        await SessionDriver.CreateAsync(bench.Portal);
        await bench.DeliverAsync();
        await SessionDriver.CreateAsync(bench.Portal, number: "11010119900307003X");
        bench.Portal.Advance(WebhookCleaning.KeptFor + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await bench.Portal.Get<WebhookCleaning>().RunAsync(CancellationToken.None));
        Assert.Single(await bench.MessagesAsync());
        Assert.Single(await bench.LogAsync());
    }

    private async Task<List<string>> TypesAsync() => [.. (await bench.MessagesAsync()).Select(message => message.Type)];
}
