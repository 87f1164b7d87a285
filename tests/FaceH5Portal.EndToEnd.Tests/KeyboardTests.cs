using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>Tasks of the console by keys alone; lists, reviews, home, records and tables have theirs beside their own tests.</summary>
[Collection(BrowserTests.Name)]
public sealed class KeyboardTests(Chromium chromium, InvitingPortal portal) : IClassFixture<InvitingPortal>
{
    [Fact]
    public async Task By_keyboard_alone_a_verification_is_created_and_its_link_copied()
    {
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", Permissions = ["clipboard-read", "clipboard-write"] });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Process.Address);
        var keys = console.Page.Keyboard;
        await console.OpenAsync();
        await Expect(console.Find("home-new-session")).ToBeVisibleAsync();
        await console.TabToAsync("home-new-session");
        await keys.PressAsync("Enter");
        await Expect(console.Find("name-input")).ToBeVisibleAsync();
        await console.TabToAsync("name-input");
        await keys.TypeAsync("测试乙");
        await console.TabToAsync("number-input");
        await keys.TypeAsync("110101199003070038");
        await console.TabToAsync("create-session");
        await keys.PressAsync("Enter");
        await Expect(console.Find("session-link")).ToBeVisibleAsync();
        await console.TabToAsync("link-copy");
        await keys.PressAsync("Enter");
        await Expect(console.Find("link-said")).ToBeVisibleAsync();
        Assert.Equal(await console.Find("session-link").GetAttributeAsync("href"), await console.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task By_keyboard_alone_a_plan_is_made_and_its_set_up_checked()
    {
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Process.Address);
        var keys = console.Page.Keyboard;
        await console.OpenAsync();
        await console.ActAsAsync("Administrator");
        await console.TabToAsync("nav-plans");
        await keys.PressAsync("Enter");
        await Expect(console.Find("new-plan")).ToBeVisibleAsync();
        await console.TabToAsync("new-plan");
        await keys.PressAsync("Enter");
        foreach (var (field, text) in new[] { ("plan-name", "By keys"), ("plan-vendor-id", "9999"), ("plan-purpose", "Opening an account") })
        {
            await Expect(console.Find(field)).ToBeVisibleAsync();
            await console.TabToAsync(field);
            await keys.TypeAsync(text);
        }
        await console.TabToAsync("plan-save");
        await keys.PressAsync("Enter");
        var plan = console.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "By keys" });
        await Expect(plan).ToBeVisibleAsync();
        await console.TabToAsync(plan);
        await keys.PressAsync("Enter");
        await Expect(console.Find("set-up-check")).ToBeVisibleAsync();
        await console.TabToAsync("set-up-check");
        await keys.PressAsync("Enter");
        await Expect(console.Page.Locator("[data-testid=set-up-finding][data-step=Plan]")).ToHaveAttributeAsync("data-code", "plan-unknown");
        Assert.Empty(await PageFaults.FindAsync("a plan that fails its check", console.Page));
    }

    [Fact]
    public async Task By_keyboard_alone_the_answers_of_the_vendor_are_read_and_a_session_is_put_into_the_archive()
    {
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 360, Height = 780 } });
        var person = new EndUserDriver(await context.NewPageAsync());
        var (id, link) = await portal.InviteAsync();
        await person.AgreeAsync(link);
        var (token, wayBack) = await person.AtTheVendorAsync(portal.Process.Sandbox);
        await portal.Sandbox.CompleteAsync(token);
        await person.Page.GotoAsync(wayBack);
        await person.SeesAsync("Passed");

        var console = new OperatorDriver(await context.NewPageAsync(), portal.Process.Address);
        var keys = console.Page.Keyboard;
        await console.OpenAsync($"sessions/{id}");
        await Expect(console.Find("session-harvest")).ToHaveAttributeAsync("data-harvest", "Complete", new() { Timeout = 30_000 });
        await console.TabToAsync("answers-show");
        await keys.PressAsync("Enter");
        await Expect(console.Find("answer")).ToHaveCountAsync(3);
        await console.TabToAsync(console.Find("answer").First.Locator("summary"));
        await keys.PressAsync("Enter");
        await Expect(console.Find("answer-body").First).ToContainTextAsync("\"log_id\"");
        Assert.Empty(await PageFaults.FindAsync("answers of the vendor", console.Page));
        await console.TabToAsync("session-archive");
        await keys.PressAsync("Enter");
        await Expect(console.Find("session-archived")).ToBeVisibleAsync();
    }
}
