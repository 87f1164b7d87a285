using AngleSharp.Html.Dom;

namespace FaceH5Portal.Web.Tests.Host.Journey;

/// <summary>The pages suit themselves to who reads them, and in what.</summary>
[Collection(JourneyTests.Name)]
public sealed class ReaderTests(JourneyPortal portal)
{
    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14; 2211133C Build/UKQ1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50", "WeChat")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x18003233) NetType/WIFI", "WeChat")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; V2171A; wv) AppleWebKit/537.36 Version/4.0 Chrome/109.0 MQQBrowser/6.2 Mobile Safari/537.36 V1_AND_SQ_9.0.8 QQ/9.0.8.14755", "Other")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 QQ/9.0.8.601 V1_IPH_SQ_9.0.8", "Other")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 AliApp(DingTalk/7.5.20) com.laiwang.DingTalk/1 Channel/201200", "Other")]
    [InlineData("Mozilla/5.0 (Linux; U; Android 12; zh-CN) AppleWebKit/537.36 Chrome/100 UCBS/3.22 Mobile Safari/537.36 NebulaSDK/1.8 AlipayClient/10.5.50.8000 Language/zh-Hans", "Other")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Weibo (iPhone14,2__weibo__14.6.0__iphone__os17.1)", "Other")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Pixel 7 Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0 Mobile Safari/537.36", "Other")]
    public async Task Inside_another_app_the_person_is_told_how_to_get_out_before_anything_is_spent(string userAgent, string app)
    {
        var page = await SeeAsync("zh-CN", userAgent);
        Assert.Equal(TextResources.Chinese[$"Preflight.InApp.{app}"], Visitor.Find(page, "preflight-in-app").TextContent);
        // Advice, not a wall: some of them do open the camera.
        Assert.True(Visitor.Has(page, "verify-start"));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1")]
    [InlineData("Mozilla/5.0 (Linux; U; Android 13; zh-cn) AppleWebKit/537.36 Version/4.0 Chrome/109.0 MQQBrowser/14.6 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0")]
    [InlineData("")]
    public async Task In_a_browser_of_its_own_no_such_advice_stands(string userAgent) =>
        Assert.False(Visitor.Has(await SeeAsync("en", userAgent), "preflight-in-app"));

    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("zh-TW,zh;q=0.9", "zh-CN")]
    [InlineData("en-GB,en;q=0.8", "en")]
    [InlineData("fr-FR", "zh-CN")]
    [InlineData("fr-FR,en;q=0.5", "en")]
    public async Task The_language_is_the_browsers_where_we_have_it(string asked, string spoken)
    {
        var page = await SeeAsync(asked, "");
        var words = spoken == "en" ? TextResources.English : TextResources.Chinese;
        Assert.Equal((spoken, words["EndUser.AwaitingUser.Title"]), (page.DocumentElement.GetAttribute("lang"), Visitor.Find(page, "verify-title").TextContent));
    }

    [Fact]
    public async Task The_switch_changes_the_language_and_leads_back_to_the_same_step()
    {
        using var visitor = portal.Visit("en");
        await visitor.OpenAsync((await portal.InviteAsync()).Link);
        using var switched = await visitor.SubmitAsync("/verify", "language-switch");
        Assert.Equal("/verify", Visitor.LeadsTo(switched));
        var page = await visitor.ReadAsync("/verify");
        Assert.Equal(("zh-CN", "Consent"), (page.DocumentElement.GetAttribute("lang"), Visitor.Find(page, "verify-title").GetAttribute("data-step")));
    }

    [Fact]
    public async Task Larger_type_is_kept_on_every_page_until_the_usual_one_is_asked_for()
    {
        using var visitor = portal.Visit();
        await visitor.OpenAsync((await portal.InviteAsync()).Link);
        Assert.Null((await visitor.ReadAsync("/verify")).DocumentElement.GetAttribute("class"));
        foreach (var shown in new[] { "large", null })
        {
            (await visitor.SubmitAsync("/verify", "text-size")).Dispose();
            foreach (var page in new[] { "/verify", "/verify/other-way", "/verify/withdraw", "/verify/phone" })
                Assert.Equal(shown, (await visitor.ReadAsync(page)).DocumentElement.GetAttribute("class"));
        }
    }

    private async Task<IHtmlDocument> SeeAsync(string language, string userAgent)
    {
        using var visitor = portal.Visit(language, userAgent);
        await visitor.OpenAsync((await portal.InviteAsync()).Link);
        return await visitor.ReadAsync("/verify");
    }
}
