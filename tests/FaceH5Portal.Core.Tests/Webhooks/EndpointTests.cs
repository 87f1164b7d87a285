using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Tests.People;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Webhooks;

/// <summary>Endpoints: how they are made, moved to another secret, disabled, and caught up with.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private static readonly Actor Administrator = WebhookBench.Administrator;

    private WebhookBench bench = null!;

    public async Task InitializeAsync() => bench = await WebhookBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData("crm.example/hook", "webhook-url-invalid")]
    [InlineData("https://crm.example/hook#part", "webhook-url-invalid")]
    [InlineData("https://user:password@crm.example/hook", "webhook-url-refused")]
    [InlineData("https://169.254.169.254/latest", "webhook-url-refused")]
    [InlineData("ftp://crm.example/hook", "webhook-url-refused")]
    public async Task What_is_no_proper_address_is_refused(string url, string code) => PeopleBench.Refuses(code, await bench.Endpoints.CreateAsync(
        Administrator, new EndpointTerms { Url = url }, CancellationToken.None));

    [Fact]
    public async Task An_endpoint_wants_something_that_there_is()
    {
        PeopleBench.Refuses("webhook-types-missing", await bench.Endpoints.CreateAsync(Administrator, new EndpointTerms { Url = "https://crm.example", Types = [] }, CancellationToken.None));
        PeopleBench.Refuses("webhook-types-missing", await bench.Endpoints.CreateAsync(Administrator, new EndpointTerms { Url = "https://crm.example", Types = ["session.born"] }, CancellationToken.None));
        PeopleBench.Refuses("webhook-at-once-invalid", await bench.Endpoints.CreateAsync(Administrator, new EndpointTerms { Url = "https://crm.example", AtOnce = 65 }, CancellationToken.None));
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_kept_sealed()
    {
        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", bench.Secret);
        await using var db = await bench.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var key = Convert.FromBase64String(bench.Secret["whsec_".Length..]);
        Assert.Equal(-1, (await db.Set<WebhookEndpoint>().SingleAsync()).SealedSecret.AsSpan().IndexOf(key));
        Assert.DoesNotContain(bench.Secret, new MadeEndpoint(bench.Endpoint, bench.Secret).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_replaced_without_a_gap()
    {
        var renewed = (await bench.Endpoints.RotateAsync(Administrator, bench.Endpoint, TimeSpan.FromHours(24), CancellationToken.None)).Value.Secret;
        await TestAsync();
        Assert.True(bench.Receiver.Taken[0].IsSignedBy(renewed) && bench.Receiver.Taken[0].IsSignedBy(bench.Secret));
        bench.Portal.Advance(TimeSpan.FromHours(24));
        await TestAsync();
        Assert.True(bench.Receiver.Taken[1].IsSignedBy(renewed));
        Assert.False(bench.Receiver.Taken[1].IsSignedBy(bench.Secret));
    }

    [Fact]
    public async Task A_secret_that_leaked_is_replaced_at_once()
    {
        await bench.Endpoints.RotateAsync(Administrator, bench.Endpoint, TimeSpan.Zero, CancellationToken.None);
        await TestAsync();
        Assert.False(bench.Receiver.Taken[0].IsSignedBy(bench.Secret));
        Assert.Single(bench.Receiver.Taken[0].Signatures);
    }

    [Fact]
    public async Task A_receiver_that_wants_no_more_hears_no_more()
    {
        bench.Receiver.Answer = (_, context, _) => WebhookReceiver.SayAsync(context, 410);
        await SessionDriver.CreateAsync(bench.Portal);
        await bench.DeliverAsync();
        await SessionDriver.CreateAsync(bench.Portal, number: "11010119900307003X");
        await bench.DeliverAsync();
        Assert.Single(bench.Receiver.Received);
        var seen = await bench.SeeAsync();
        Assert.Equal((false, DisabledReason.Gone, 0), (seen.IsEnabled, seen.DisabledReason!.Value, seen.Waiting));
        var entry = Assert.Single(await bench.AuditAsync(AuditAction.WebhookDisabled));
        Assert.Equal(("system", "Gone"), (entry.ActorId, entry.Note));
    }

    [Fact]
    public async Task Five_days_of_failures_and_nothing_else_disable_an_endpoint()
    {
        bench.Receiver.Answer = (_, context, _) => WebhookReceiver.SayAsync(context, 500);
        await FailAsync(days: 4);
        Assert.True((await bench.SeeAsync()).IsEnabled);
        bench.Receiver.Answer = WebhookReceiver.TakeAsync;
        await TestAsync();
        Assert.Null((await bench.SeeAsync()).FailingSinceUtc);
        bench.Receiver.Answer = (_, context, _) => WebhookReceiver.SayAsync(context, 500);
        await FailAsync(days: 5);
        Assert.True((await bench.SeeAsync()).IsEnabled);
        bench.Portal.Advance(TimeSpan.FromHours(1));
        await TestAsync();
        Assert.Equal(DisabledReason.Failing, (await bench.SeeAsync()).DisabledReason);
        Assert.Single(await bench.AuditAsync(AuditAction.WebhookDisabled));
    }

    [Fact]
    public async Task Who_was_disabled_catches_up_once_enabled_again_with_what_it_missed_and_no_more()
    {
        var early = await SessionDriver.CreateAsync(bench.Portal);
        await bench.DeliverAsync();
        await bench.HappenAsync(early.Id, s => s.Status = SessionStatus.Cancelled);
        Assert.True((await bench.Endpoints.DisableAsync(Administrator, bench.Endpoint, CancellationToken.None)).Ok);
        Assert.Equal(DeliveryState.GivenUp, (await bench.LogAsync())[1].State);
        var missed = await SessionDriver.CreateAsync(bench.Portal, number: "11010119900307003X");
        PeopleBench.Refuses("webhook-disabled", await ResendSinceAsync());
        Assert.True((await bench.Endpoints.EnableAsync(Administrator, bench.Endpoint, CancellationToken.None)).Ok);
        Assert.Equal(2, (await ResendSinceAsync()).Value);
        Assert.Equal(0, (await ResendSinceAsync()).Value);
        await bench.DeliverAsync();
        Assert.Equal([(early.Id, "session.created"), (early.Id, "session.cancelled"), (missed.Id, "session.created")],
            bench.Receiver.Taken.OrderBy(webhook => webhook.Session == missed.Id).Select(webhook => (webhook.Session!.Value, webhook.Type)));
    }

    [Fact]
    public async Task One_delivery_is_sent_again_under_its_own_id()
    {
        await SessionDriver.CreateAsync(bench.Portal);
        PeopleBench.Refuses("webhook-still-waiting", await bench.Deliveries.ResendAsync(Administrator, (await bench.LogAsync())[0].Sequence, CancellationToken.None));
        await bench.DeliverAsync();
        Assert.True((await bench.Deliveries.ResendAsync(Administrator, (await bench.LogAsync())[0].Sequence, CancellationToken.None)).Ok);
        await bench.DeliverAsync();
        Assert.Equal(2, bench.Receiver.Taken.Count);
        Assert.Equal(bench.Receiver.Taken[0].Id, bench.Receiver.Taken[1].Id);
        Assert.Single(await bench.AuditAsync(AuditAction.WebhookResent));
    }

    [Fact]
    public async Task What_is_changed_counts_for_what_comes_next()
    {
        await using var moved = await WebhookReceiver.StartAsync();
        var terms = new EndpointTerms { Url = moved.Address.ToString(), Description = " CRM ", Types = ["session.passed"], AtOnce = 3 };
        Assert.True((await bench.Endpoints.ChangeAsync(Administrator, bench.Endpoint, terms, CancellationToken.None)).Ok);
        await (await SessionDriver.CreateAsync(bench.Portal)).GoThroughAsync();
        await bench.DeliverAsync();
        Assert.Equal("session.passed", Assert.Single(moved.Taken).Type);
        Assert.Empty(bench.Receiver.Received);
        Assert.Equal("CRM", (await bench.SeeAsync()).Description);
        Assert.All(await bench.AuditAsync(AuditAction.WebhookChanged), entry => Assert.Equal("127.0.0.1", entry.Note));
    }

    private Task<Result<int>> ResendSinceAsync() => bench.Deliveries.ResendSinceAsync(Administrator, bench.Endpoint, bench.Portal.NowUtc.AddHours(-1), CancellationToken.None);

    private async Task TestAsync()
    {
        await bench.Deliveries.TestAsync(Administrator, bench.Endpoint, CancellationToken.None);
        await bench.DeliverAsync();
    }

    /// <summary>A message a day that does not arrive, the first of them so many days ago.</summary>
    private async Task FailAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            await TestAsync();
            bench.Portal.Advance(TimeSpan.FromHours(day == days - 1 ? 23 : 24));
        }
    }
}
