using FaceH5Portal.EndToEnd.Tests.Support;
using FaceH5Portal.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxCapture;

/// <summary>Every step of the capture page in its shapes; the pictures are left to be looked at.</summary>
[Collection(BrowserTests.Name)]
public sealed class CaptureShapeTests(Chromium chromium)
{
    [Theory]
    [InlineData("zh-CN", 360, ColorScheme.Light)]
    [InlineData("en", 360, ColorScheme.Dark)]
    [InlineData("zh-CN", 1280, ColorScheme.Dark)]
    [InlineData("en", 1280, ColorScheme.Light)]
    public async Task No_step_scrolls_sideways_or_breaks(string language, int width, ColorScheme scheme)
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new()
        {
            Locale = language,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 740 },
        });
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.PageError += (_, fault) => faults.Add(fault);
        page.Console += (_, said) => { if (said.Type == "error") faults.Add(said.Text); };
        var look = new Look(page, $"{language}-{width}-{scheme}".ToLowerInvariant());
        await ScanAndFailAsync(bench, new CapturePerson(page), look);
        await TypeAndDowngradeAsync(bench, new CapturePerson(page), look);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task English_readers_meet_no_chinese()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(bench.PageOf(await bench.MintAsync("1002")));
        await Expect(new CapturePerson(page).Heading).ToHaveTextAsync("Authorisation statement");
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", await page.Locator("body").TextContentAsync() ?? "");
    }

    private static async Task ScanAndFailAsync(CaptureBench bench, CapturePerson person, Look look)
    {
        await person.Page.GotoAsync(bench.PageOf(await bench.MintAsync("1002")));
        await look.AtAsync("statement");
        await OpenPanelAsync(person);
        await person.ChooseAsync("panel-camera", "still");
        await person.ChooseAsync("panel-outcome", "222351");
        await look.AtAsync("panel");
        await person.AgreeAsync();
        await Expect(person.Find("ocr-shutter")).ToBeEnabledAsync();
        await look.AtAsync("ocr-front");
        await person.Find("ocr-shutter").ClickAsync();
        await Expect(person.Page.Locator("h1[data-side=back]")).ToBeVisibleAsync();
        await Expect(person.Find("ocr-shutter")).ToBeEnabledAsync();
        await look.AtAsync("ocr-back");
        await person.ChooseAsync("panel-camera", "refused");
        await look.AtAsync("ocr-no-camera");
        await person.Find("ocr-still").ClickAsync();
        await person.EnterAsync("confirm", "", "110101199003070011");
        await Expect(person.Page.Locator("#confirm-problem")).Not.ToBeEmptyAsync();
        await look.AtAsync("confirm");
        await person.EnterAsync("confirm", "测试丙", "110101199003070011");
        await Expect(person.Find("camera-again")).ToBeVisibleAsync();
        await look.AtAsync("no-camera");
        await person.ChooseAsync("panel-camera", "still");
        await Expect(person.Find("capture-shutter")).ToBeEnabledAsync();
        await look.AtAsync("capture");
        await person.Find("capture-shutter").ClickAsync();
        await Expect(person.Page.Locator("[data-part=prompt]")).Not.ToBeEmptyAsync();
        await look.AtAsync("prompt");
        await Expect(person.Find("capture-comparing")).ToBeVisibleAsync();
        await look.AtAsync("comparing");
        await person.SeesAsync(passed: false);
        await look.AtAsync("failed");
    }

    private static async Task TypeAndDowngradeAsync(CaptureBench bench, CapturePerson person, Look look)
    {
        await person.Page.GotoAsync(bench.PageOf(await bench.MintAsync("1003")));
        await OpenPanelAsync(person);
        await person.ChooseAsync("panel-camera", "unsupported");
        await person.ChooseAsync("panel-outcome", "");
        await person.AgreeAsync();
        await Expect(person.Find("manual-name")).ToBeVisibleAsync();
        await look.AtAsync("manual");
        await person.EnterAsync("manual", "测试丙", "110101199003070011");
        await person.Find("camera-refused").ClickAsync();
        await Expect(person.Find("downgrade-still")).ToBeVisibleAsync();
        await look.AtAsync("downgrade");
        await person.Find("downgrade-still").ClickAsync();
        await person.SeesAsync(passed: true);
        await look.AtAsync("passed");
        await person.Page.GotoAsync(bench.PageOf("unknown"));
        await Expect(person.Find("capture-error")).ToBeVisibleAsync();
        await look.AtAsync("error");
    }

    private static async Task OpenPanelAsync(CapturePerson person)
    {
        await Expect(person.Heading).ToBeVisibleAsync();
        if (!await person.Find("panel-outcome").IsVisibleAsync())
            await person.Page.Locator("summary").ClickAsync();
    }

    private sealed class Look(IPage page, string shape)
    {
        private readonly DirectoryInfo folder =
            Directory.CreateDirectory(Path.Combine(Repository.Root, "TestResults", "screenshots", "capture"));

        public async Task AtAsync(string step)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"{step}-{shape}.png"), FullPage = true });
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{step} ({shape}) is {overflow} pixels too wide.");
        }
    }
}
