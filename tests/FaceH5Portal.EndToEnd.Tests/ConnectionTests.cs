using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

[Collection(BrowserTests.Name)]
public sealed class ConnectionTests(Chromium chromium)
{
    [Theory]
    [InlineData("en", "The connection to the portal is lost.")]
    [InlineData("zh-CN", "与门户的连接已断开。")]
    public async Task A_server_that_went_away_is_told_of_and_the_page_comes_back_where_it_was(string language, string words)
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = language, ViewportSize = new() { Width = 360, Height = 780 } });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        var address = $"{portal.Address}sessions?status=Passed&sort=Expiry";
        await console.OpenAsync(address);
        await Expect(console.Find("sessions-none")).ToBeVisibleAsync();
        await Expect(console.Find("connection")).Not.ToBeVisibleAsync();

        await portal.KillAsync();
        await Expect(console.Find("connection")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(console.Find("connection")).ToContainTextAsync(words);
        Assert.Empty(await PageFaults.SidewaysAsync("a page without its server", console.Page));

        await portal.StartAgainAsync();
        await console.Find("connection-retry").ClickAsync();
        await Expect(console.Find("connection")).Not.ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(console.Find("sessions-none")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(console.Page).ToHaveURLAsync(address);
        await Expect(console.Find("filter-status")).ToHaveValueAsync("Passed");
    }

    [Fact]
    public async Task A_page_whose_server_stays_away_until_its_session_is_over_shows_nobody_any_more()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await console.Page.Clock.InstallAsync();
        await console.OpenAsync("sessions?status=Passed");
        await Expect(console.Find("sessions-none")).ToBeVisibleAsync();

        await portal.KillAsync();
        await console.Page.Clock.FastForwardAsync(30_000);
        await Expect(console.Find("connection")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(console.Find("sessions-none")).ToBeAttachedAsync();
        await console.Page.Clock.FastForwardAsync((long)TimeSpan.FromMinutes(61).TotalMilliseconds);
        await Expect(console.Find("sessions-none")).Not.ToBeAttachedAsync();
        await Expect(console.Find("connection")).ToBeVisibleAsync();

        // The page looks for its server by itself, and opens anew once it is there.
        await portal.StartAgainAsync();
        await Expect(console.Find("sessions-none")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task A_line_that_breaks_costs_nothing_that_was_typed()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        IWebSocketRoute? line = null;
        var lines = 0;
        await console.Page.RouteWebSocketAsync("**/_blazor**", opened =>
        {
            (line, lines) = (opened, lines + 1);
            opened.ConnectToServer();
        });
        await console.OpenAsync("sessions/new");
        await console.FillIdentityAsync("测试甲", "110101199003070011");
        await console.Find("reference-input").FillAsync("order-7");

        await line!.CloseAsync(new() { Code = 3001, Reason = "The line broke." });
        await Expect(console.Find("connection")).Not.ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(console.Find("name-input")).ToHaveValueAsync("测试甲");
        await console.ClickAsync("create-session");
        await Expect(console.Find("session-link")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Equal(2, lines);
    }
}
