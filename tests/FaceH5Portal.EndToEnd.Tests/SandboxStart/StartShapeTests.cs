using FaceH5Portal.EndToEnd.Tests.Support;
using FaceH5Portal.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxStart;

/// <summary>The start page as it looks and reads; the pictures are left to be looked at.</summary>
[Collection(BrowserTests.Name)]
public sealed class StartShapeTests(Chromium chromium)
{
    private const string Overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_page_full_of_life_scrolls_only_downwards_and_without_complaint(int width, ColorScheme scheme)
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera, new()
        {
            Locale = "en",
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        await desk.Find("start-latency-set").ClickAsync();
        await desk.Find("start-fault-kind").SelectOptionAsync("error");
        await desk.Find("start-fault-path").SelectOptionAsync("media");
        await desk.Find("start-fault-arm").ClickAsync();
        await desk.Find("start-photo-arm").ClickAsync();
        await Expect(desk.Find("start-photo-script")).ToHaveCountAsync(1);
        await desk.CheckPhotoAsync();
        await desk.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        await desk.BeginAsync("1002");
        await desk.Find("start-complete").ClickAsync();
        await desk.SeesVerdictAsync(passed: true);
        await Expect(desk.Calls("…/result/getall")).ToHaveCountAsync(1);
        await Expect(desk.Find("start-charge")).ToHaveCountAsync(2);
        await Expect(desk.Find("start-photo-check")).ToHaveCountAsync(1);

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "TestResults", "screenshots"));
        await desk.Page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"sandbox-start-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>(Overflow));
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task A_key_is_copied_at_a_press()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Copy 复制 sandbox-secret-key", Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByText("Copied 已复制 sandbox-secret-key")).ToHaveCountAsync(1);
        Assert.Equal("sandbox-secret-key", await desk.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task A_magic_number_has_the_check_digit_of_its_code()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.Find("start-magic-code").FillAsync("223120");
        await Expect(desk.Find("start-magic-name")).ToHaveTextAsync("测试223120");
        await Expect(desk.Find("start-magic-number")).ToHaveTextAsync("223120194910010017");
        await desk.Find("start-magic-code").FillAsync("2231");
        await Expect(desk.Find("start-magic-number")).ToHaveTextAsync("…");
    }

    [Fact]
    public async Task The_page_says_when_nobody_answers_and_recovers_by_itself()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await Expect(desk.Find("start-clock-offset")).ToContainTextAsync("with real time");
        await desk.Sandbox.SwitchOffAsync();
        await Expect(desk.Find("start-gone")).ToBeVisibleAsync();
        await desk.Sandbox.SwitchOnAsync();
        await Expect(desk.Find("start-gone")).ToBeHiddenAsync();
    }
}
