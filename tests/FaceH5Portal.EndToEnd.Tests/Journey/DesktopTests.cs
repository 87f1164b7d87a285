using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.Journey;

/// <summary>The desktop that handed the way over to a phone.</summary>
[Collection(BrowserTests.Name)]
public sealed class DesktopTests(Chromium chromium, InvitingPortal portal) : IClassFixture<InvitingPortal>
{
    [Fact]
    public async Task What_the_phone_does_shows_on_the_desktop_that_handed_over()
    {
        var (_, link) = await portal.InviteAsync();
        await using var desk = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", ViewportSize = new() { Width = 1280, Height = 900 } });
        var desktop = new EndUserDriver(await desk.NewPageAsync());
        await desktop.Page.GotoAsync(link);
        await desktop.Find("phone-link").ClickAsync();
        await Expect(desktop.Find("phone-qr")).ToBeVisibleAsync();
        await ShowsAsync(desktop, "AwaitingUser");

        await using var context = await chromium.PhoneAsync();
        var phone = new EndUserDriver(await context.NewPageAsync());
        await phone.AgreeAndStartAsync(link);
        await ShowsAsync(desktop, "Capturing");
        await phone.ShowFaceAsync();
        await phone.Find("capture-finish").ClickAsync();
        await phone.SeesAsync("Passed");
        await ShowsAsync(desktop, "Passed");
        await Expect(desktop.Find("phone-qr")).ToHaveCountAsync(0);
        await desktop.Find("phone-back").ClickAsync();
        await desktop.SeesAsync("Passed");
    }

    [Fact]
    public async Task News_does_not_call_back_who_is_already_on_the_way_to_another_page()
    {
        var (_, link) = await portal.InviteAsync();
        await using var desk = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var (desktop, witness) = (new EndUserDriver(await desk.NewPageAsync()), new EndUserDriver(await desk.NewPageAsync()));
        await desktop.Page.GotoAsync(link);
        await desktop.Find("phone-link").ClickAsync();
        await witness.Page.GotoAsync(desktop.Page.Url);
        var slow = new TaskCompletionSource();
        await desktop.Page.RouteAsync("**/verify", async route =>
        {
            await slow.Task;
            await route.ContinueAsync();
        });
        await desktop.Page.EvaluateAsync("document.querySelector('[data-testid=phone-back]').click()");

        await using var context = await chromium.PhoneAsync();
        var phone = new EndUserDriver(await context.NewPageAsync());
        await phone.AgreeAndStartAsync(link);
        await ShowsAsync(witness, "Capturing");
        slow.SetResult();
        await Expect(desktop.Find("verify-title")).ToBeVisibleAsync();
    }

    private static async Task ShowsAsync(EndUserDriver desktop, string status) =>
        await Expect(desktop.Find("phone-state")).ToHaveAttributeAsync("data-status", status);
}
