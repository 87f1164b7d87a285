using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

[Collection(BrowserTests.Name)]
public sealed class MainPathTests(Chromium chromium) : IAsyncLifetime
{
    private const string Number = "110101199003070011";

    private PortalProcess portal = null!;
    private OperatorDriver console = null!;
    private EndUserDriver person = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalProcess.StartAsync();
        console = new OperatorDriver(await PageAsync(1280, 900), portal.Address);
        person = new EndUserDriver(await PageAsync(360, 740));
        await console.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await console.Page.Context.DisposeAsync();
        await person.Page.Context.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task A_person_who_passes_is_seen_with_scores_face_and_charge_within_six_clicks()
    {
        var link = await console.CreateSessionAsync("测试甲", Number);
        await person.AgreeAndStartAsync(link);
        await console.SeesStatusAsync("Capturing");
        await person.ShowFaceAsync();
        await person.Find("capture-finish").ClickAsync();
        await person.SeesAsync("Passed");

        await console.SeesStatusAsync("Passed");
        await console.SeesAttemptAsync("Same person", "0", "¥0.80");
        await Expect(console.Find("attempt-score")).ToContainTextAsync("/ 80");
        await console.ShowPicturesAsync();
        await Expect(console.Find("image-face")).ToBeVisibleAsync();
        var width = await console.Find("image-face").EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)");
        Assert.True(width > 100, $"The face image is {width} pixels wide.");
        Assert.InRange(console.Clicks, 1, 6);
    }

    [Fact]
    public async Task A_person_who_fails_is_seen_with_the_reason_and_the_charge()
    {
        var link = await console.CreateSessionAsync("测试222351", Number);
        await person.AgreeAndStartAsync(link);
        await person.ShowFaceAsync();
        await person.Find("capture-leave").ClickAsync();
        await person.SeesAsync("Failed");
        await Expect(person.Find("verify-reason")).ToBeVisibleAsync();

        await console.SeesStatusAsync("Failed");
        await console.SeesAttemptAsync("Name and number do not match", "222351", "¥0.80");
    }

    [Fact]
    public async Task Results_and_charges_are_the_auditors_and_closed_to_the_operator()
    {
        var link = await console.CreateSessionAsync("测试乙", Number);
        await person.AgreeAndStartAsync(link);
        await person.ShowFaceAsync();
        await person.Find("capture-finish").ClickAsync();
        await console.SeesStatusAsync("Passed");

        await console.ClickAsync("nav-charges");
        await Expect(console.Find("error")).ToHaveAttributeAsync("data-code", "access-denied");
        await console.ActAsAsync("Auditor");
        await console.ClickAsync("nav-charges");
        await Expect(console.Find("day-totals").GetByTestId("sum-amount")).ToHaveTextAsync("¥0.80");
        await console.ClickAsync("nav-results");
        await Expect(console.Find("result-amount")).ToHaveTextAsync("¥0.80");
    }

    [Fact]
    public async Task A_phone_without_a_camera_still_gets_through_with_a_still()
    {
        var link = await console.CreateSessionAsync("测试丙", Number);
        await using var browser = await chromium.WithoutCameraAsync();
        var blind = new EndUserDriver(await browser.NewPageAsync());
        await blind.AgreeAndStartAsync(link);
        await blind.Find("capture-still").ClickAsync();
        await Expect(blind.Find("capture-result")).ToHaveAttributeAsync("data-passed", "true", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Without_the_tick_nobody_is_sent_anywhere()
    {
        var link = await console.CreateSessionAsync("测试丁", Number);
        await person.Page.GotoAsync(link);
        await Expect(person.Find("consent-box")).Not.ToBeCheckedAsync();
        await person.Find("verify-start").ClickAsync();
        await Expect(person.Find("verify-error")).ToBeVisibleAsync();
        await console.SeesStatusAsync("AwaitingUser");
    }

    private async Task<IPage> PageAsync(int width, int height)
    {
        var context = await chromium.WithCamera.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "en",
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Permissions = ["camera"],
        });
        return await context.NewPageAsync();
    }
}
