using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.Journey;

/// <summary>The person's way in a real browser, and what may come between.</summary>
[Collection(BrowserTests.Name)]
public sealed class JourneyTests(Chromium chromium, InvitingPortal portal) : IClassFixture<InvitingPortal>
{
    [Fact]
    public async Task Without_script_the_way_leads_to_the_vendors_page_and_from_the_return_to_the_result()
    {
        var (_, link) = await portal.InviteAsync(name: null);
        await using var context = await chromium.PhoneAsync(script: false);
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAsync(link);
        await person.GiveIdentityAsync("测试甲", InvitingPortal.Adult);
        await person.IsAtAsync("Start");
        await person.Find("verify-start").ClickAsync();
        var (token, wayBack) = await person.AtTheVendorAsync(portal.Process.Sandbox);
        await portal.Sandbox.CompleteAsync(token);
        await person.Page.GotoAsync(wayBack);
        await person.SeesAsync("Passed");
        await Expect(person.Find("result-facts")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_portal_that_is_killed_during_the_capture_and_comes_back_lets_the_person_finish()
    {
        var (_, link) = await portal.InviteAsync();
        await using var context = await chromium.PhoneAsync();
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAndStartAsync(link);
        await Expect(person.Find("capture-shutter")).ToBeVisibleAsync();
        await portal.Process.KillAndStartAgainAsync();
        await person.ShowFaceAsync();
        await person.Find("capture-finish").ClickAsync();
        await person.SeesAsync("Passed");
    }

    [Fact]
    public async Task The_back_button_shows_at_each_step_how_things_stand_and_mints_nothing()
    {
        var (_, link) = await portal.InviteAsync(name: null);
        var minted = await portal.Sandbox.MintedAsync();
        await using var context = await chromium.PhoneAsync();
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAsync(link);
        await BackAsync(person, "Identity");
        await person.GiveIdentityAsync("测试甲", InvitingPortal.Adult);
        await BackAsync(person, "Start");
        await person.Find("verify-start").ClickAsync();
        var (token, wayBack) = await person.AtTheVendorAsync(portal.Process.Sandbox);
        await BackAsync(person, "Resume");
        await person.Find("verify-start").ClickAsync();
        Assert.Equal((token, wayBack), await person.AtTheVendorAsync(portal.Process.Sandbox));
        Assert.Equal(minted + 1, await portal.Sandbox.MintedAsync());
        await portal.Sandbox.CompleteAsync(token);
        await person.Page.GotoAsync(wayBack);
        await person.SeesAsync("Passed");
        await person.Find("withdraw-link").ClickAsync();
        await BackAsync(person, "Done");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_on_start_mints_one_token(bool script)
    {
        var (_, link) = await portal.InviteAsync();
        var minted = await portal.Sandbox.MintedAsync();
        await using var context = await chromium.PhoneAsync(script);
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.Page.GotoAsync(link);
        await person.Find("consent-box").CheckAsync();
        await person.Find("verify-start").DblClickAsync();
        await person.AtTheVendorAsync(portal.Process.Sandbox);
        Assert.Equal(minted + 1, await portal.Sandbox.MintedAsync());
    }

    [Fact]
    public async Task On_paper_the_result_keeps_its_facts_and_loses_its_buttons()
    {
        var (id, link) = await portal.InviteAsync();
        await portal.CancelAsync(id);
        await using var context = await chromium.PhoneAsync();
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.Page.GotoAsync(link);
        await person.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(person.Find("result-facts")).ToBeVisibleAsync();
        await Expect(person.Find("verify-title")).ToBeVisibleAsync();
        await Expect(person.Find("language-switch")).ToBeHiddenAsync();
    }

    /// <summary>Where a step took the place of the page before it, there is nothing of ours to go back to.</summary>
    private static async Task BackAsync(EndUserDriver person, string step)
    {
        await person.Page.GoBackAsync();
        if (person.Page.Url == "about:blank")
            await person.Page.GoForwardAsync();
        await person.IsAtAsync(step);
        await Expect(person.Find("verify-error")).ToHaveCountAsync(0);
    }
}
