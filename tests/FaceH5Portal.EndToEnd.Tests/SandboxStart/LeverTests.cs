using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxStart;

/// <summary>Clock, profile, faults, latency and reset, pulled from the page.</summary>
[Collection(BrowserTests.Name)]
public sealed class LeverTests(Chromium chromium)
{
    [Fact]
    public async Task A_token_left_alone_for_two_hours_is_dead()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.BeginAsync("1001");
        await Expect(desk.Find("start-ask")).ToBeVisibleAsync();
        await desk.Find("start-advance-hours").ClickAsync();
        await Expect(desk.Find("start-clock-offset")).ToContainTextAsync("02:00:00");
        await desk.Find("start-ask").ClickAsync();
        await Expect(desk.Find("start-error")).ToContainTextAsync("283437");
    }

    [Fact]
    public async Task Any_span_can_be_given_and_nonsense_is_answered_by_the_sandbox()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.Find("start-advance-span").FillAsync("soon");
        await desk.Find("start-advance").ClickAsync();
        await Expect(desk.Find("start-error")).ToContainTextAsync("\"advance\" must be a positive time span");
        await desk.Find("start-advance-span").FillAsync("3.00:00:01");
        await desk.Find("start-advance").ClickAsync();
        await Expect(desk.Find("start-clock-offset")).ToContainTextAsync("3 d 00:00:01");
        await Expect(desk.Find("start-error")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_switch_of_the_profile_is_kept_until_the_reset()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await Expect(desk.Switch("early_query")).ToHaveValueAsync("strict");
        await desk.Switch("early_query").SelectOptionAsync("lenient");
        await Expect(desk.Page.Locator("[data-switch=early_query]")).ToHaveAttributeAsync("data-value", "lenient");
        await desk.Page.ReloadAsync();
        await Expect(desk.Switch("early_query")).ToHaveValueAsync("lenient");

        desk.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await desk.Find("start-reset").ClickAsync();
        await Expect(desk.Switch("early_query")).ToHaveValueAsync("strict");
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task A_reset_that_is_not_confirmed_forgets_nothing()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.BeginAsync("1001");
        await Expect(desk.Calls("…/idcard/submit")).ToHaveCountAsync(1);
        desk.Page.Dialog += (_, dialog) => dialog.DismissAsync();
        await desk.Find("start-reset").ClickAsync();
        await desk.Page.ReloadAsync();
        await Expect(desk.Calls("…/idcard/submit")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_armed_fault_spoils_one_call_and_is_used_up()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.Find("start-fault-kind").SelectOptionAsync("http500");
        await desk.Find("start-fault-arm").ClickAsync();
        await Expect(desk.Find("start-fault")).ToContainTextAsync("result/getall http500 × 1");
        await desk.BeginAsync("1001");
        await desk.Find("start-complete").ClickAsync();
        await Expect(desk.Find("start-error")).ToContainTextAsync("result/getall answered HTTP 500");
        await Expect(desk.Calls("…/result/getall").GetByTestId("start-call-answer")).ToHaveTextAsync("http500");
        await Expect(desk.Find("start-fault")).ToHaveCountAsync(0);
        await desk.Find("start-ask").ClickAsync();
        await desk.SeesVerdictAsync(passed: true);
    }

    [Fact]
    public async Task A_code_of_the_vendor_can_be_armed_and_cleared()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.Find("start-fault-path").SelectOptionAsync("*");
        await desk.Find("start-fault-kind").SelectOptionAsync("error");
        await desk.Find("start-fault-code").FillAsync("283512");
        await desk.Find("start-fault-count").FillAsync("3");
        await desk.Find("start-fault-arm").ClickAsync();
        await Expect(desk.Find("start-fault")).ToContainTextAsync("error283512 × 3");
        await desk.Find("start-fault-clear").ClickAsync();
        await Expect(desk.Find("start-fault")).ToHaveCountAsync(0);
        await Expect(desk.Find("start-fault-clear")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_latency_is_listed_until_it_is_removed()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.Find("start-latency-path").SelectOptionAsync("oauth/token");
        await desk.Find("start-latency-set").ClickAsync();
        await Expect(desk.Find("start-latency")).ToContainTextAsync("oauth/token 250 ms");
        await desk.Find("start-latency-remove").ClickAsync();
        await Expect(desk.Find("start-latency")).ToHaveCountAsync(0);
        Assert.Empty(desk.Faults);
    }
}
