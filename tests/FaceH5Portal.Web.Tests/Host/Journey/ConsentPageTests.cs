using System.Net;
using AngleSharp.Html.Dom;
using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Web.Tests.Host.Journey;

[Collection(JourneyTests.Name)]
public sealed class ConsentPageTests(JourneyPortal portal)
{
    private static readonly string[] Questions =
        ["Consent.Who.Title", "Consent.Purpose.Title", "Consent.Sent.Title", "Consent.Kept.Title", "Consent.Effect.Title", "Consent.Rights.Title"];

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task The_notice_answers_every_question_and_the_box_is_not_ticked(string language)
    {
        var invited = await portal.InviteAsync("1001", ("purpose", "开户"));
        using var visitor = portal.Visit(language);
        await visitor.OpenAsync(invited.Link);
        var page = await visitor.ReadAsync("/verify");
        var words = language == "en" ? TextResources.English : TextResources.Chinese;
        Assert.Equal(Questions.Select(question => words[question]), page.QuerySelectorAll("dt").Select(question => question.TextContent));
        Assert.All(page.QuerySelectorAll("dd"), answer => Assert.NotEmpty(answer.TextContent.Trim()));
        Assert.Contains("开户", Visitor.Find(page, "consent-notice").TextContent, StringComparison.Ordinal);
        Assert.False(((IHtmlInputElement)Visitor.Find(page, "consent-box")).IsChecked);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task What_is_kept_of_a_consent_is_what_the_page_said(string language)
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit(language);
        await visitor.OpenAsync(invited.Link);
        var notice = Visitor.Find(await visitor.ReadAsync("/verify"), "consent-notice");
        (await visitor.SubmitAsync("/verify", "verify-start", ("Agreed", "yes"))).Dispose();
        var consent = Assert.Single(await portal.AllAsync<ConsentRecord>(record => record.SessionId == invited.Id));
        var kept = Assert.Single(await portal.AllAsync<ConsentText>(text => text.Sha256 == consent.TextSha256));
        Assert.Equal(string.Join('\n', notice.Children.Select(part => part.TextContent)), kept.Text);
        Assert.Equal((language, ConsentText.Hash(kept.Text)), (consent.Language, consent.TextSha256));
    }

    [Fact]
    public async Task For_a_child_only_a_named_guardian_goes_on_and_what_was_filled_in_stays()
    {
        var invited = await portal.InviteAsync("1001", ("idNumber", JourneyPortal.Child));
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        Assert.True(Visitor.Has(await visitor.ReadAsync("/verify"), "consent-minor"));
        var minted = await portal.VendorCallsAsync();

        using var nameless = await visitor.SubmitAsync("/verify", "verify-start", ("Agreed", "yes"));
        var page = await Visitor.PageOfAsync(nameless);
        Assert.Equal("guardian-needed", Visitor.Find(page, "verify-error").GetAttribute("data-code"));
        Assert.True(((IHtmlInputElement)Visitor.Find(page, "consent-box")).IsChecked);
        Assert.Equal("true", Visitor.Find(page, "consent-guardian").GetAttribute("aria-invalid"));

        using var unticked = await visitor.SubmitAsync("/verify", "verify-start", ("Guardian", "测试乙"));
        page = await Visitor.PageOfAsync(unticked);
        Assert.Equal("consent-missing", Visitor.Find(page, "verify-error").GetAttribute("data-code"));
        Assert.Equal("测试乙", ((IHtmlInputElement)Visitor.Find(page, "consent-guardian")).Value);
        Assert.Equal(minted, await portal.VendorCallsAsync());

        using var agreed = await visitor.SubmitAsync("/verify", "verify-start", ("Agreed", "yes"), ("Guardian", "测试乙"));
        Assert.Equal((HttpStatusCode.Redirect, "/face/print/"), (agreed.StatusCode, agreed.Headers.Location!.AbsolutePath));
    }

    [Theory]
    [InlineData("", "birth-date-missing")]
    [InlineData("1990-13-07", "birth-date-missing")]
    [InlineData("2999-01-01", "birth-date-impossible")]
    public async Task Where_no_number_tells_the_age_a_birth_date_that_cannot_be_is_told_and_kept(string born, string code)
    {
        var invited = await portal.InviteSomebodyAsync("1005");
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        using var answer = await visitor.SubmitAsync("/verify", "verify-start", ("Agreed", "yes"), ("Born", born));
        var page = await Visitor.PageOfAsync(answer);
        Assert.Equal(code, Visitor.Find(page, "verify-error").GetAttribute("data-code"));
        Assert.Equal(born, Visitor.Find(page, "consent-born").GetAttribute("value") ?? "");
        Assert.Equal("Consent", await visitor.StepAsync());
    }

    [Fact]
    public async Task What_the_plan_sends_is_what_the_notice_says()
    {
        var said = new Dictionary<string, string>
        {
            ["1001"] = "Consent.Sent.Identity",
            ["1002"] = "Consent.Sent.Card",
            ["1003"] = "Consent.Sent.Typed",
            ["1004"] = "Consent.Sent.Photo",
            ["1005"] = "Consent.Sent.Face",
            ["1006"] = "Consent.Sent.Video",
        };
        foreach (var (plan, key) in said)
        {
            using var visitor = portal.Visit();
            await visitor.OpenAsync((await portal.InviteSomebodyAsync(plan)).Link);
            var notice = Visitor.Find(await visitor.ReadAsync("/verify"), "consent-notice").TextContent;
            Assert.Contains(TextResources.English[key], notice, StringComparison.Ordinal);
            Assert.Contains("Baidu", notice, StringComparison.Ordinal);
        }
    }
}
