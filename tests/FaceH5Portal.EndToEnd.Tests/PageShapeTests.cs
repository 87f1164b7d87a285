using FaceH5Portal.EndToEnd.Tests.Support;
using FaceH5Portal.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>Every page, on a phone and on a desktop, in both languages; the pictures are left to be looked at.</summary>
[Collection(BrowserTests.Name)]
public sealed class PageShapeTests(Chromium chromium) : IAsyncLifetime
{
    private PortalProcess portal = null!;
    private string session = "";
    private string link = "";

    public async Task InitializeAsync()
    {
        portal = await PortalProcess.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", Permissions = ["camera"] });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await console.OpenAsync();
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAndStartAsync(await console.CreateSessionAsync("测试甲", "110101199003070011"));
        await person.ShowFaceAsync();
        await person.Find("capture-finish").ClickAsync();
        await console.SeesStatusAsync("Passed");
        session = new Uri(console.Page.Url).AbsolutePath;
        await console.OpenAsync();
        link = await console.CreateSessionAsync("测试乙", "110101199003070011");
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", 360)]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 360)]
    [InlineData("en", 1280)]
    public async Task No_page_scrolls_sideways_or_breaks(string language, int width)
    {
        await using var context = await chromium.WithCamera.NewContextAsync(new()
        {
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.PageError += (_, fault) => faults.Add(fault);
        await ActAsAdministratorAsync(page);
        foreach (var (name, path) in Pages())
            await LookAsync(page, new Uri(portal.Address, path), $"{name}-{language}-{width}");
        Assert.Empty(faults);
    }

    private IEnumerable<(string Name, string Path)> Pages() =>
    [
        ("home", "/"), ("sessions", "/sessions"), ("new-session", "/sessions/new"), ("session", session),
        ("photo-checks", "/photo-checks"), ("new-photo-check", "/photo-checks/new"), ("plans", "/plans"), ("new-plan", "/plans/new"), ("results", "/admin/results"), ("charges", "/admin/charges"),
        ("verify", new Uri(link).AbsolutePath), ("link-unknown", "/v/nobody-knows-this-one"),
    ];

    private async Task ActAsAdministratorAsync(IPage page)
    {
        var console = new OperatorDriver(page, portal.Address);
        await console.OpenAsync();
        await console.ActAsAsync("Administrator");
    }

    private static async Task LookAsync(IPage page, Uri address, string name)
    {
        await page.GotoAsync(address.ToString());
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-testid=page-broke]")).ToHaveCountAsync(0);
        await page.EvaluateAsync("Promise.all([...document.images].map(image => image.decode()))");
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "TestResults", "screenshots"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"{name}.png"), FullPage = true });
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} is {overflow} pixels too wide.");
    }
}
