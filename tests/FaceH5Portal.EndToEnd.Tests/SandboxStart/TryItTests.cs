using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxStart;

/// <summary>A verification from the start page to its result.</summary>
[Collection(BrowserTests.Name)]
public sealed class TryItTests(Chromium chromium)
{
    [Fact]
    public async Task A_person_goes_from_the_page_to_the_camera_and_back_to_the_result()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.BeginAsync("1001");
        await Expect(desk.Find("start-step")).ToHaveCountAsync(3);
        var capture = await desk.Context.RunAndWaitForPageAsync(() => desk.Find("start-open").ClickAsync());
        await capture.GetByTestId("capture-statement-box").CheckAsync();
        await capture.GetByTestId("capture-statement-accept").ClickAsync();
        await capture.GetByTestId("capture-shutter").ClickAsync();
        await capture.GetByTestId("capture-finish").ClickAsync();
        await Expect(capture.GetByTestId("start-returned")).ToContainTextAsync("successUrl");
        await Expect(capture.GetByTestId("start-verdict")).ToHaveAttributeAsync("data-outcome", "passed");

        await desk.Find("start-ask").ClickAsync();
        await desk.SeesVerdictAsync(passed: true);
        await Expect(desk.Find("start-verdict")).ToContainTextAsync("核验成功");
        await Expect(desk.Find("start-answer")).ToContainTextAsync("\"verify_charge_count\":1");
        foreach (var path in new[] { "/oauth/2.0/token", "…/verifyToken/generate", "…/idcard/submit", "…/result/getall" })
            await Expect(desk.Calls(path).First).ToContainTextAsync("success");
        await Expect(desk.Find("start-charge")).ToContainTextAsync("verify");
        Assert.Empty(desk.Faults);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1002")]
    [InlineData("1003")]
    [InlineData("1004")]
    [InlineData("1005")]
    [InlineData("1006")]
    public async Task Every_plan_is_given_what_it_needs(string plan)
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.BeginAsync(plan);
        await desk.Find("start-complete").ClickAsync();
        await desk.SeesVerdictAsync(passed: true);
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task An_outcome_chosen_beforehand_comes_about()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.BeginAsync("1007", outcome: "222351");
        await desk.Find("start-complete").ClickAsync();
        await desk.SeesVerdictAsync(passed: false);
        await Expect(desk.Find("start-verdict")).ToContainTextAsync("222351");
    }

    [Fact]
    public async Task What_the_vendor_refuses_is_said_in_its_own_words()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.BeginAsync("2001");
        await Expect(desk.Find("start-error")).ToContainTextAsync("283400");
        await Expect(desk.Find("start-open")).ToBeHiddenAsync();
        await desk.Find("start-app").SelectOptionAsync("sandbox-other-api-key");
        await desk.Find("start-try").ClickAsync();
        await Expect(desk.Find("start-open")).ToBeVisibleAsync();
        await Expect(desk.Find("start-error")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_page_reads_answers_with_comments_and_trailing_commas()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.Switch("json").SelectOptionAsync("loose");
        await Expect(desk.Page.Locator("[data-switch=json]")).ToHaveAttributeAsync("data-value", "loose");
        await desk.BeginAsync("1001");
        await desk.Find("start-complete").ClickAsync();
        await desk.SeesVerdictAsync(passed: true);
    }
}
