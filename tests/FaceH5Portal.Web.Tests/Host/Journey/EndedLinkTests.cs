using System.Net;
using AngleSharp.Html.Dom;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Web.Tests.Host.Journey;

/// <summary>Links with which nothing can be started any more: what happened, and what to do.</summary>
[Collection(JourneyTests.Name)]
public sealed class EndedLinkTests(JourneyPortal portal)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(73);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_link_that_ran_out_says_so_before_and_after_it_is_cleared_away(string language)
    {
        var invited = await portal.InviteAsync();
        portal.Advance(LinkLife);
        await SaysAsync(invited, language, SessionStatus.Expired);
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Expired, (await portal.RowAsync(invited.Id)).Status);
        await SaysAsync(invited, language, SessionStatus.Expired);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_cancelled_link_says_so(string language)
    {
        var invited = await portal.InviteAsync();
        await portal.CancelAsync(invited.Id);
        await SaysAsync(invited, language, SessionStatus.Cancelled);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_link_whose_tries_are_used_up_says_why_and_offers_another_way(string language)
    {
        var invited = await portal.InviteAsync("1001", ("name", "测试222360"));
        for (var attempt = 0; attempt < 3; attempt++)
            await portal.GoThroughAsync(invited.Id);
        var page = await SaysAsync(invited, language, SessionStatus.Failed);
        Assert.NotEmpty(Visitor.Find(page, "verify-reason").TextContent);
        Assert.True(Visitor.Has(page, "other-way-link"));
    }

    [Fact]
    public async Task Between_two_tries_the_reason_stands_beside_the_next_start()
    {
        var invited = await portal.InviteAsync("1001", ("name", "测试222360"));
        await portal.GoThroughAsync(invited.Id);
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        var page = await visitor.ReadAsync("/verify");
        Assert.NotEmpty(Visitor.Find(page, "verify-reason").TextContent);
        Assert.Equal(TextResources.English["EndUser.TryAgain"], Visitor.Find(page, "verify-start").TextContent);
        Assert.False(Visitor.Has(page, "consent-box"));
    }

    [Theory]
    [InlineData("/v/fh5_nobodyknowsthisone0001")]
    [InlineData("/v/x")]
    [InlineData("/verify")]
    [InlineData("/verify/other-way")]
    [InlineData("/verify/withdraw")]
    [InlineData("/verify/phone")]
    public async Task Who_comes_without_a_known_link_is_told_to_open_it_once_more(string path)
    {
        using var visitor = portal.Visit("zh-CN");
        using var answer = await visitor.GetAsync(path);
        var page = await Visitor.PageOfAsync(answer);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(TextResources.Chinese["EndUser.LinkUnknown.Title"], Visitor.Find(page, "link-unknown").TextContent);
        Assert.Contains(TextResources.Chinese["EndUser.LinkUnknown.Text"], page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task An_unknown_link_leaves_the_one_that_was_opened_before_in_force()
    {
        using var visitor = portal.Visit();
        await visitor.OpenAsync((await portal.InviteAsync()).Link);
        (await visitor.GetAsync("/v/fh5_nobodyknowsthisone0001")).Dispose();
        Assert.Equal("Consent", await visitor.StepAsync());
    }

    private async Task<IHtmlDocument> SaysAsync(CreatedSession invited, string language, SessionStatus status)
    {
        using var visitor = portal.Visit(language);
        await visitor.OpenAsync(invited.Link);
        var (page, words) = (await visitor.ReadAsync("/verify"), language == "en" ? TextResources.English : TextResources.Chinese);
        Assert.Equal(words[$"EndUser.{status}.Title"], Visitor.Find(page, "verify-title").TextContent);
        // A failure has the table's own words in that place.
        if (status != SessionStatus.Failed)
            Assert.Equal(words[$"EndUser.{status}.Text"], Visitor.Find(page, "verify-text").TextContent);
        Assert.False(Visitor.Has(page, "verify-start"));
        Assert.Contains(words["EndUser.Sender"], Visitor.Find(page, "result-facts").TextContent, StringComparison.Ordinal);
        return page;
    }
}
