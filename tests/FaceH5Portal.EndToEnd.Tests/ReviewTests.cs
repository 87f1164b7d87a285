using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

[Collection(BrowserTests.Name)]
public sealed class ReviewTests(Chromium chromium, InvitingPortal portal) : IClassFixture<InvitingPortal>
{
    [Fact]
    public async Task By_keyboard_alone_a_review_is_found_and_decided_and_the_person_reads_why()
    {
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var person = new EndUserDriver(await context.NewPageAsync());
        var (_, link) = await portal.InviteAsync();
        await person.AgreeAsync(link);
        var (token, wayBack) = await person.AtTheVendorAsync(portal.Process.Sandbox);
        await portal.Sandbox.ScriptAsync(token, new { code = 0, score = 91.5, risk_level = "2" });
        await portal.Sandbox.CompleteAsync(token);
        await person.Page.GotoAsync(wayBack);
        await person.SeesAsync("Passed");

        var console = new OperatorDriver(await context.NewPageAsync(), portal.Process.Address);
        await console.OpenAsync();
        await console.ActAsAsync("Reviewer");
        var keys = console.Page.Keyboard;
        await console.TabToAsync("nav-reviews");
        await keys.PressAsync("Enter");
        await Expect(console.Find("review-row")).ToHaveCountAsync(1);
        await console.TabToAsync("review-open");
        await keys.PressAsync("Enter");
        await Expect(console.Find("review-cause")).ToHaveTextAsync("The vendor sees a risk");
        await console.TabToAsync("review-verdict");
        await keys.PressAsync("ArrowDown");
        await console.TabToAsync("review-reason");
        await keys.TypeAsync("The picture shows a mask.");
        await console.TabToAsync("review-decide");
        await keys.PressAsync("Enter");
        await Expect(console.Find("review-decision")).ToHaveAttributeAsync("data-verdict", "Declined");

        await person.Page.ReloadAsync();
        await Expect(person.Find("review-told")).ToHaveAttributeAsync("data-verdict", "Declined");
        await Expect(person.Find("review-reason-told")).ToHaveTextAsync("The picture shows a mask.");
    }
}
