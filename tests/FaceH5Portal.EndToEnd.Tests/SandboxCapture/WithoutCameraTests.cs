using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxCapture;

[Collection(BrowserTests.Name)]
public sealed class WithoutCameraTests(Chromium chromium)
{
    [Fact]
    public async Task A_refusal_fails_free_of_charge_where_the_plan_takes_no_less()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN" });
        var person = new CapturePerson(await context.NewPageAsync());
        var token = await bench.MintForAsync("1007");
        await person.ArriveAsync(bench.PageOf(token), camera: "refused");
        await person.Find("camera-refused").ClickAsync();
        await person.SeesAsync(passed: false);

        var attempt = Assert.Single(await bench.AttemptsAsync(token));
        Assert.Equal("800001", attempt.GetProperty("code").GetString());
        Assert.False(attempt.GetProperty("is_charged").GetBoolean());
        Assert.Equal("", attempt.GetProperty("verify_detail").GetProperty("verify_log_id").GetString());
    }

    [Fact]
    public async Task A_refusal_leads_to_a_recorded_video_where_the_plan_takes_one()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN" });
        var person = new CapturePerson(await context.NewPageAsync());
        var token = await bench.MintForAsync("1001");
        await person.ArriveAsync(bench.PageOf(token), camera: "refused");
        await person.Find("camera-refused").ClickAsync();
        await person.Find("downgrade-still").ClickAsync();
        await person.SeesAsync(passed: true);
        Assert.True(Assert.Single(await bench.AttemptsAsync(token)).GetProperty("verify_detail").GetProperty("is_demote").GetBoolean());
    }

    [Theory]
    [InlineData("refused", "permission")]
    [InlineData("unsupported", "another browser")]
    public async Task The_reason_is_said_and_another_try_opens_the_camera(string camera, string reason)
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", Permissions = ["camera"] });
        var person = new CapturePerson(await context.NewPageAsync());
        await person.ArriveAsync(bench.PageOf(await bench.MintForAsync("1001")), camera);
        await Expect(person.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).Locator("visible=true")).ToContainTextAsync(reason);
        await Expect(person.Find("capture-shutter")).ToBeHiddenAsync();
        await person.ChooseAsync("panel-camera", "real");
        await Expect(person.Find("capture-shutter")).ToBeEnabledAsync();
        await person.ChooseAsync("panel-camera", camera);
        await person.Find("camera-again").ClickAsync();
        await Expect(person.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).Locator("visible=true")).ToContainTextAsync(reason);
    }

    [Fact]
    public async Task A_browser_that_has_no_camera_says_so()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var browser = await chromium.WithoutCameraAsync();
        var person = new CapturePerson(await browser.NewPageAsync(new() { Locale = "zh-CN", Permissions = ["camera"] }));
        await person.ArriveAsync(bench.PageOf(await bench.MintForAsync("1001")));
        await Expect(person.Page.GetByText("没有找到摄像头").Locator("visible=true")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Choosing_another_camera_in_the_middle_of_the_check_starts_it_anew()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN", Permissions = ["camera"] });
        var person = new CapturePerson(await context.NewPageAsync());
        var token = await bench.MintForAsync("1006");
        await person.ArriveAsync(bench.PageOf(token));
        await person.Find("capture-shutter").ClickAsync();
        await Expect(person.Page.Locator("[data-part=prompt]")).Not.ToBeEmptyAsync();
        await person.ChooseAsync("panel-camera", "still");
        await Expect(person.Page.Locator("[data-part=prompt]")).ToBeEmptyAsync();
        await person.Find("capture-shutter").ClickAsync();
        await person.SeesAsync(passed: true);
        Assert.Single(await bench.AttemptsAsync(token));
    }

    [Fact]
    public async Task The_camera_is_let_go_when_its_step_is_left()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN", Permissions = ["camera"] });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync("""
            const open = MediaDevices.prototype.getUserMedia;
            MediaDevices.prototype.getUserMedia = async function (wish) { return globalThis.opened = await open.call(this, wish); };
            """);
        var person = new CapturePerson(page);
        await person.ArriveAsync(bench.PageOf(await bench.MintForAsync("1001")));
        await Expect(person.Find("capture-shutter")).ToBeEnabledAsync();
        Assert.True(await page.EvaluateAsync<bool>("opened.active"));
        await person.Find("capture-shutter").ClickAsync();
        await person.SeesAsync(passed: true);
        Assert.False(await page.EvaluateAsync<bool>("opened.active"));
    }
}
