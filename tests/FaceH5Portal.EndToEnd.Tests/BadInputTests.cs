using System.Security.Cryptography;
using FaceH5Portal.EndToEnd.Tests.Support;
using FaceH5Portal.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>What people get wrong: a clear message in place, and nothing lost.</summary>
[Collection(BrowserTests.Name)]
public sealed class BadInputTests(Chromium chromium) : IAsyncLifetime
{
    private const string Number = "110101199003070011";

    private PortalProcess portal = null!;
    private IBrowserContext context = null!;
    private OperatorDriver console = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalProcess.StartAsync();
        context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", Permissions = ["camera"] });
        console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await console.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task A_bad_photo_is_told_in_place_and_a_good_one_goes_all_the_way()
    {
        await console.ClickAsync("home-new-session");
        await console.Find("plan-select").SelectOptionAsync(new SelectOptionValue { Label = "1004 · 自建库 · 上传照片" });
        await RefusesAsync("huge.jpg", RandomNumberGenerator.GetBytes(9_000_000), "too big");
        await RefusesAsync("large.jpg", Photos.Of(1920, 1080), "1920×1080");
        await RefusesAsync("letter.pdf", "%PDF-1.7"u8.ToArray(), "not a JPEG");
        await RefusesAsync("empty.png", [], "not a JPEG");

        await ChooseAsync("good.jpg", Photos.Of(800, 600));
        await Expect(console.Find("photo-error")).ToHaveCountAsync(0);
        await console.ClickAsync("create-session");
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAndStartAsync((await console.Find("session-link").GetAttributeAsync("href"))!);
        await person.ShowFaceAsync();
        await person.Find("capture-finish").ClickAsync();
        await console.SeesStatusAsync("Passed");
        await console.ShowPicturesAsync();
        await Expect(console.Find("image-match")).ToBeVisibleAsync();
        await Expect(console.Find("charge-type")).ToContainTextAsync("match");
    }

    [Fact]
    public async Task Each_slip_in_an_identity_is_told_in_place_and_nothing_typed_is_lost()
    {
        await console.ClickAsync("home-new-session");
        await console.ClickAsync("create-session");
        await Expect(console.Find("error")).ToHaveCountAsync(2);
        await console.FillIdentityAsync("测试甲", "110101199013070011");
        await console.ClickAsync("create-session");
        await SeesOnlyAsync("number-date");
        await Expect(console.Find("name-input")).ToHaveValueAsync("测试甲");
        await console.FillIdentityAsync("测试甲", "11010119900307001X");
        await console.ClickAsync("create-session");
        await SeesOnlyAsync("number-check-digit");
        await console.Find("accept-check-digit").CheckAsync();
        await console.ClickAsync("create-session");
        await Expect(console.Find("session-link")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_cancelled_link_says_so_and_an_unknown_one_too()
    {
        var link = await console.CreateSessionAsync("测试甲", Number);
        await console.ClickAsync("session-cancel");
        await console.SeesStatusAsync("Cancelled");
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.Page.GotoAsync(link);
        await person.SeesAsync("Cancelled");
        await Expect(person.Find("verify-start")).ToHaveCountAsync(0);

        var answer = await person.Page.GotoAsync(new Uri(portal.Address, "/v/fh5_nobodyknowsthisone0001").ToString());
        Assert.Equal(404, answer!.Status);
        await Expect(person.Find("link-unknown")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_forged_way_back_shows_a_neutral_page_and_asks_nobody()
    {
        using var sandbox = new SandboxControl(portal.Sandbox);
        var stranger = new EndUserDriver(await context.NewPageAsync());
        await stranger.Page.GotoAsync(new Uri(portal.Address, "/r/fh5_forgedforgedforged0001").ToString());
        await Expect(stranger.Find("return-neutral")).ToBeVisibleAsync();
        Assert.Empty(await sandbox.PathsAsync());
    }

    [Fact]
    public async Task A_person_who_closed_the_tab_goes_on_with_the_same_token()
    {
        using var sandbox = new SandboxControl(portal.Sandbox);
        var link = await console.CreateSessionAsync("测试甲", Number);
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAndStartAsync(link);
        await person.Page.CloseAsync();

        var again = new EndUserDriver(await context.NewPageAsync());
        await again.Page.GotoAsync(link);
        await again.SeesAsync("Capturing");
        await again.Find("verify-start").ClickAsync();
        await Expect(again.Find("capture-shutter")).ToBeVisibleAsync();
        await again.ShowFaceAsync();
        await again.Find("capture-finish").ClickAsync();
        await console.SeesStatusAsync("Passed");
        Assert.Single(await sandbox.VerifyTokensAsync());
    }

    // The faults of the click before may still stand there for a moment.
    private async Task SeesOnlyAsync(string code)
    {
        await Expect(console.Page.Locator($"[data-testid=error][data-code={code}]")).ToBeVisibleAsync();
        await Expect(console.Find("error")).ToHaveCountAsync(1);
    }

    private async Task RefusesAsync(string name, byte[] bytes, string words)
    {
        await ChooseAsync(name, bytes);
        await Expect(console.Find("photo-error")).ToContainTextAsync(words);
    }

    private Task ChooseAsync(string name, byte[] bytes) => console.Find("photo-input").SetInputFilesAsync(
        new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
}
