using System.Net;
using AngleSharp.Html.Dom;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Web.Tests.Host.Journey;

[Collection(JourneyTests.Name)]
public sealed class WayOutPageTests(JourneyPortal portal)
{
    [Fact]
    public async Task Another_way_is_offered_beside_the_start_as_a_button_like_it()
    {
        using var visitor = portal.Visit();
        await visitor.OpenAsync((await portal.InviteAsync()).Link);
        var page = await visitor.ReadAsync("/verify");
        var (start, other) = (Visitor.Find(page, "verify-start"), Visitor.Find(page, "other-way-link"));
        Assert.Same(start.ParentElement, other.ParentElement);
        Assert.Equal(("/verify/other-way", "button"), (other.GetAttribute("href"), other.ClassName));
    }

    [Fact]
    public async Task Who_asks_for_another_way_is_told_that_it_arrived_and_is_sent_nowhere()
    {
        var invited = await portal.InviteAsync();
        var calls = await portal.VendorCallsAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        using var asked = await visitor.SubmitAsync("/verify/other-way", "other-way-ask", ("Contact", "010-00000000"));
        Assert.Equal((HttpStatusCode.Redirect, "/verify"), (asked.StatusCode, Visitor.LeadsTo(asked)));
        var page = await visitor.ReadAsync("/verify");
        Assert.Equal(TextResources.English["EndUser.OtherWay.Noted"], Visitor.Find(page, "other-way-noted").TextContent);
        Assert.False(Visitor.Has(page, "verify-start"));
        Assert.False(Visitor.Has(page, "other-way-link"));
        Assert.DoesNotContain("010-00000000", page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(calls, await portal.VendorCallsAsync());
    }

    [Fact]
    public async Task A_contact_that_is_too_long_is_told_and_kept()
    {
        var (invited, contact) = (await portal.InviteAsync(), new string('1', 201));
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        using var asked = await visitor.SubmitAsync("/verify/other-way", "other-way-ask", ("Contact", contact));
        var page = await Visitor.PageOfAsync(asked);
        Assert.Equal("text-too-long", Visitor.Find(page, "verify-error").GetAttribute("data-code"));
        Assert.Equal(contact, ((IHtmlInputElement)Visitor.Find(page, "other-way-contact")).Value);
        Assert.Equal(SessionStatus.AwaitingUser, (await portal.RowAsync(invited.Id)).Status);
    }

    [Fact]
    public async Task Whoever_passed_may_withdraw_from_the_result_and_sees_since_when()
    {
        var invited = await portal.InviteAsync();
        await portal.GoThroughAsync(invited.Id);
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        Assert.Equal("/verify/withdraw", Visitor.Find(await visitor.ReadAsync("/verify"), "withdraw-link").GetAttribute("href"));
        using var withdrawn = await visitor.SubmitAsync("/verify/withdraw", "withdraw-confirm");
        Assert.Equal("/verify", Visitor.LeadsTo(withdrawn));
        var page = await visitor.ReadAsync("/verify");
        Assert.True(Visitor.Has(page, "withdrawn"));
        Assert.False(Visitor.Has(page, "withdraw-link"));
        Assert.Contains(TextResources.English["EndUser.Withdraw.When"], Visitor.Find(page, "result-facts").TextContent, StringComparison.Ordinal);
        Assert.NotNull((await portal.RowAsync(invited.Id)).WithdrawnAtUtc);
    }

    [Fact]
    public async Task What_is_asked_or_withdrawn_twice_happens_once()
    {
        var invited = await portal.InviteAsync();
        await portal.GoThroughAsync(invited.Id);
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        var form = Visitor.Hidden(await visitor.ReadAsync("/verify/withdraw"), Visitor.FormOf("withdraw-confirm"));
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.PostAsync("/verify/withdraw", form))))
            using (answer)
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Single(await portal.AllAsync<TimelineEntry>(entry => entry.SessionId == invited.Id && entry.Kind == TimelineKind.ConsentWithdrawn));
    }
}
