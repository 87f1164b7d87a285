using System.Net;
using Microsoft.Extensions.Hosting;

namespace FaceH5Portal.Web.Tests.Host.Journey;

/// <summary>The line on which a page hears that there is something newer.</summary>
[Collection(JourneyTests.Name)]
public sealed class LiveLineTests(JourneyPortal portal)
{
    [Fact]
    public async Task A_change_is_told_while_the_line_is_open_and_ends_it()
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        using var line = await visitor.ListenAsync(await AddressAsync(visitor));
        Assert.Equal("text/event-stream", line.Content.Headers.ContentType!.MediaType);
        Assert.True(line.Headers.CacheControl!.NoStore);
        (await visitor.StartAsync(agreed: true)).Dispose();
        Assert.Contains("event: changed", await line.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_seen_an_older_state_is_told_at_once()
    {
        using var visitor = portal.Visit();
        await visitor.OpenAsync((await portal.InviteAsync()).Link);
        using var line = await visitor.GetAsync("/verify/live?seen=-1");
        Assert.Contains("event: changed", await line.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_persons_progress_is_nobodys_news()
    {
        var (own, foreign) = (await portal.InviteAsync(), await portal.InviteAsync());
        using var visitor = portal.Visit();
        await visitor.OpenAsync(own.Link);
        using var line = await visitor.ListenAsync(await AddressAsync(visitor));
        await portal.GoThroughAsync(foreign.Id);
        await portal.CancelAsync(own.Id);
        Assert.Single((await line.Content.ReadAsStringAsync()).Split("event: changed").Skip(1));
    }

    [Fact]
    public async Task Without_a_link_that_was_opened_there_is_no_line()
    {
        using var visitor = portal.Visit();
        using var answer = await visitor.GetAsync("/verify/live?seen=1");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEqual("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_line_that_is_open_does_not_keep_the_portal_from_stopping()
    {
        using var own = new JourneyPortal();
        using var visitor = own.Visit();
        await visitor.OpenAsync((await own.InviteAsync()).Link);
        using var line = await visitor.ListenAsync(await AddressAsync(visitor));
        own.Get<IHostApplicationLifetime>().StopApplication();
        Assert.DoesNotContain("event: changed", await line.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await own.DisposeAsync();
    }

    /// <summary>Where the page of the QR code listens.</summary>
    private static async Task<string> AddressAsync(Visitor visitor) =>
        (await visitor.ReadAsync("/verify/phone")).QuerySelector("[data-live]")!.GetAttribute("data-live")!;
}
