using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxCapture;

/// <summary>Pressing again, coming again, trying again.</summary>
[Collection(BrowserTests.Name)]
public sealed class AgainTests(Chromium chromium) : IAsyncLifetime
{
    private CaptureBench bench = null!;
    private IBrowserContext context = null!;
    private CapturePerson person = null!;

    public async Task InitializeAsync()
    {
        bench = await CaptureBench.StartAsync();
        context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN", Permissions = ["camera"] });
        person = new CapturePerson(await context.NewPageAsync());
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task An_outcome_of_the_panel_fails_the_attempt_and_the_next_one_passes()
    {
        var token = await bench.MintForAsync("1007");
        await person.ArriveAsync(bench.PageOf(token), outcome: "222351");
        await person.Find("capture-shutter").ClickAsync();
        await person.SeesAsync(passed: false, "身份证号与姓名不匹配");
        await person.ChooseAsync("panel-outcome", "");
        await person.Find("capture-retry").ClickAsync();
        await person.Find("capture-shutter").ClickAsync();
        await person.SeesAsync(passed: true);
        Assert.Equal(["222351", "0"], (await bench.AttemptsAsync(token)).Select(attempt => attempt.GetProperty("code").GetString()));

        await person.Find("capture-finish").ClickAsync();
        await Expect(person.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("end=passed$"));
    }

    [Fact]
    public async Task A_failure_that_ends_the_link_leads_back()
    {
        await person.ArriveAsync(bench.PageOf(await bench.MintForAsync("1001", "测试223120")));
        await person.Find("capture-shutter").ClickAsync();
        await person.SeesAsync(passed: false, "活体检测未通过");
        await Expect(person.Find("capture-retry")).ToBeHiddenAsync();
        await person.Find("capture-leave").ClickAsync();
        await Expect(person.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("end=failed$"));
    }

    [Fact]
    public async Task A_reload_goes_on_where_the_person_was()
    {
        var token = await bench.MintAsync("1002");
        await person.ArriveAsync(bench.PageOf(token), camera: "still");
        await person.Find("ocr-shutter").ClickAsync();
        await Expect(person.Heading).ToHaveTextAsync("拍摄身份证国徽面");
        await person.Page.ReloadAsync();
        await Expect(person.Heading).ToHaveTextAsync("拍摄身份证国徽面");
        await Expect(person.Find("panel-camera")).ToHaveValueAsync("still");
        await person.Find("ocr-shutter").ClickAsync();
        await Expect(person.Find("confirm-name")).ToBeVisibleAsync();
        await person.Page.ReloadAsync();
        await person.Find("confirm-submit").ClickAsync();
        await Expect(person.Find("capture-shutter")).ToBeEnabledAsync();
        await person.Page.ReloadAsync();
        await person.Find("capture-shutter").ClickAsync();
        await person.SeesAsync(passed: true);
    }

    [Fact]
    public async Task A_press_that_the_network_lost_can_be_repeated()
    {
        await person.ArriveAsync(bench.PageOf(await bench.MintAsync("1003")));
        await person.Page.RouteAsync("**/face/api/confirm", route => route.AbortAsync(), new() { Times = 1 });
        await person.EnterAsync("manual", "测试乙", "110101199003070011");
        await Expect(person.Page.GetByText("网络异常")).ToBeVisibleAsync();
        await person.Find("manual-submit").ClickAsync();
        await Expect(person.Find("capture-shutter")).ToBeVisibleAsync();
        await Expect(person.Page.GetByText("网络异常")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_double_click_sends_once()
    {
        var sent = 0;
        person.Page.Request += (_, request) => sent += request.Url.EndsWith("/face/api/ocr", StringComparison.Ordinal) ? 1 : 0;
        await person.ArriveAsync(bench.PageOf(await bench.MintAsync("1002")));
        await person.Find("ocr-still").DblClickAsync();
        await Expect(person.Heading).ToHaveTextAsync("拍摄身份证国徽面");
        Assert.Equal(1, sent);
    }
}
