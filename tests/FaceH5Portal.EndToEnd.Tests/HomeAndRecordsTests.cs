using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

[Collection(BrowserTests.Name)]
public sealed class HomeAndRecordsTests(Chromium chromium)
{
    private const string Number = "110101199003070011";

    [Fact]
    public async Task By_keyboard_alone_an_operator_sees_on_home_what_waits_and_goes_there()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await console.OpenAsync();
        var link = await console.CreateSessionAsync("测试甲", Number);
        // Whoever asks for another way is put before a reviewer.
        var person = await context.NewPageAsync();
        await person.GotoAsync(link);
        await person.GetByTestId("other-way-link").ClickAsync();
        await person.GetByTestId("other-way-ask").ClickAsync();
        await Expect(person.GetByTestId("other-way-ask")).ToHaveCountAsync(0);

        await console.OpenAsync();
        await Expect(console.Find("home-reviews")).ToBeVisibleAsync();
        await console.TabToAsync("home-reviews");
        await console.Page.Keyboard.PressAsync("Enter");
        await Expect(console.Find("review-row")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task By_keyboard_alone_a_record_is_found_by_its_reference_and_opened()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await console.OpenAsync();
        await console.ClickAsync("home-new-session");
        await console.FillIdentityAsync("测试甲", Number);
        await console.Find("reference-input").FillAsync("order-7");
        await console.ClickAsync("create-session");
        await Expect(console.Find("session-link")).ToBeVisibleAsync();
        var session = console.Page.Url;

        await console.OpenAsync("records");
        await Expect(console.Find("records-word")).ToBeVisibleAsync();
        await console.TabToAsync("records-word");
        await console.Page.Keyboard.TypeAsync("order-7");
        await console.Page.Keyboard.PressAsync("Enter");
        await Expect(console.Find("record")).ToHaveCountAsync(1);
        Assert.EndsWith("/records", console.Page.Url, StringComparison.Ordinal);
        await console.TabToAsync("record-open");
        await console.Page.Keyboard.PressAsync("Enter");
        await Expect(console.Page).ToHaveURLAsync(session);
    }
}
