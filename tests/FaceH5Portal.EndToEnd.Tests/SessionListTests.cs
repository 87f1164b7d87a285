using System.Globalization;
using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

[Collection(BrowserTests.Name)]
public sealed class SessionListTests(Chromium chromium)
{
    [Fact]
    public async Task By_keyboard_alone_a_session_is_found_and_opened_and_going_back_shows_the_search_again()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        foreach (var name in new[] { "测试甲", "测试乙" })
        {
            await console.OpenAsync();
            await console.CreateSessionAsync(name, "110101199003070011");
        }
        var keys = console.Page.Keyboard;
        await console.OpenAsync("sessions");
        await Expect(console.Find("session-row")).ToHaveCountAsync(2);

        await console.TabToAsync("filter-name");
        await keys.TypeAsync("测试乙");
        await keys.PressAsync("Enter");
        await Expect(console.Find("session-row")).ToHaveCountAsync(1);
        var list = console.Page.Url;
        Assert.DoesNotContain("测试", Uri.UnescapeDataString(list), StringComparison.Ordinal);

        await console.TabToAsync("session-open");
        await keys.PressAsync("Enter");
        await Expect(console.Find("session-person")).ToContainTextAsync("测**");
        // The browser's own keys do not reach it without a window; this is what Alt and Left do.
        await console.Page.GoBackAsync();
        await Expect(console.Page).ToHaveURLAsync(list);
        await Expect(console.Find("session-row")).ToHaveCountAsync(1);
        await Expect(console.Find("filter-name")).ToHaveValueAsync("测试乙");
    }

    [Fact]
    public async Task Times_are_those_of_the_viewer_from_the_first_look_on()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var shanghai = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", TimezoneId = "Asia/Shanghai" });
        var maker = new OperatorDriver(await shanghai.NewPageAsync(), portal.Address);
        await maker.OpenAsync();
        await maker.CreateSessionAsync("测试甲", "110101199003070011");
        await maker.OpenAsync("sessions");
        var there = await CreatedAsync(maker);

        await using var marquesas = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", TimezoneId = "Pacific/Marquesas" });
        var viewer = new OperatorDriver(await marquesas.NewPageAsync(), portal.Address);
        await viewer.OpenAsync("sessions");
        Assert.Equal(there - TimeSpan.FromHours(17.5), await CreatedAsync(viewer));
    }

    private static async Task<DateTime> CreatedAsync(OperatorDriver console) =>
        DateTime.ParseExact(await console.Find("session-open").InnerTextAsync(), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
