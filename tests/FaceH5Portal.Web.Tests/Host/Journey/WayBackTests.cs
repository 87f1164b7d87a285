using System.Net;
using System.Web;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Web.Tests.Host.Journey;

[Collection(JourneyTests.Name)]
public sealed class WayBackTests(JourneyPortal portal)
{
    [Theory]
    [InlineData("/r/fh5_forgedforgedforged0001")]
    [InlineData("/r/x")]
    [InlineData("/r/")]
    [InlineData("/r")]
    public async Task Without_a_state_that_is_known_nothing_changes(string path)
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        (await visitor.StartAsync(agreed: true)).Dispose();
        await ChangesNothingAsync(visitor, path);
        Assert.Equal(SessionStatus.Capturing, (await portal.RowAsync(invited.Id)).Status);
    }

    [Fact]
    public async Task A_foreign_state_changes_nothing_of_ones_own_session_and_shows_none_of_the_other()
    {
        var (own, foreign) = (await portal.InviteAsync(), await portal.InviteAsync());
        using var stranger = portal.Visit();
        await stranger.OpenAsync(foreign.Link);
        var state = StateOf(await stranger.StartAsync(agreed: true));
        using var visitor = portal.Visit();
        await visitor.OpenAsync(own.Link);
        (await visitor.StartAsync(agreed: true)).Dispose();
        var before = (await portal.RowAsync(own.Id)).Version;

        using var answer = await visitor.GetAsync(state);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Visitor.PageOfAsync(answer);
        Assert.True(Visitor.Has(page, "return-neutral"));
        Assert.DoesNotContain(foreign.Id.ToString(), page.Source.Text, StringComparison.Ordinal);
        Assert.Equal((before, SessionStatus.Capturing), ((await portal.RowAsync(own.Id)).Version, (await portal.RowAsync(own.Id)).Status));
    }

    [Fact]
    public async Task Ones_own_state_leads_to_the_wait_and_then_to_what_the_vendors_server_says()
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        var state = StateOf(await visitor.StartAsync(agreed: true));
        using var back = await visitor.GetAsync(state);
        Assert.Equal((HttpStatusCode.Redirect, "/verify"), (back.StatusCode, Visitor.LeadsTo(back)));
        var page = await visitor.ReadAsync("/verify");
        Assert.Equal("Wait", Visitor.Find(page, "verify-title").GetAttribute("data-step"));
        Assert.Equal("3", page.QuerySelector("noscript")!.InnerHtml.Split("content=\"")[1].Split('"')[0]);
        Assert.StartsWith("/verify/live?seen=", page.QuerySelector("[data-live]")!.GetAttribute("data-live"), StringComparison.Ordinal);

        // Nobody was in the capture: whoever made up the way back has gained nothing.
        await portal.SweepAsync();
        Assert.Equal("Start", await visitor.StepAsync());
    }

    [Fact]
    public async Task Without_the_cookie_the_return_counts_and_the_page_says_nothing_of_anybody()
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        var state = StateOf(await visitor.StartAsync(agreed: true));
        using var elsewhere = portal.Visit();
        Assert.True(Visitor.Has(await elsewhere.ReadAsync(state), "return-neutral"));
        Assert.Equal(SessionStatus.Confirming, (await portal.RowAsync(invited.Id)).Status);
    }

    [Fact]
    public async Task A_return_that_comes_again_after_the_end_changes_nothing()
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        var state = StateOf(await visitor.StartAsync(agreed: true));
        await portal.GoThroughAsync(invited.Id);
        Assert.Equal(SessionStatus.Passed, (await portal.RowAsync(invited.Id)).Status);
        await ChangesNothingAsync(visitor, state);
    }

    private async Task ChangesNothingAsync(Visitor visitor, string path)
    {
        // What other tests left due may not be taken for a change.
        await portal.SweepAsync();
        var calls = await portal.VendorCallsAsync();
        await using var watch = await portal.WatchAsync();
        var before = watch.Version;
        (await visitor.GetAsync(path)).Dispose();
        await portal.SweepAsync();
        Assert.Equal((before, calls), (watch.Version, await portal.VendorCallsAsync()));
    }

    private static string StateOf(HttpResponseMessage start)
    {
        using (start)
            return new Uri(HttpUtility.ParseQueryString(start.Headers.Location!.Query)["successUrl"]!).AbsolutePath;
    }
}
