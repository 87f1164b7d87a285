using System.Text.Json;
using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxCapture;

[Collection(BrowserTests.Name)]
public sealed class IdentityEntryTests(Chromium chromium)
{
    private const string Number = "110101199003070011";

    [Fact]
    public async Task A_name_corrected_after_the_card_was_read_is_the_one_compared()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN", Permissions = ["camera"] });
        var person = new CapturePerson(await context.NewPageAsync());
        var token = await bench.MintAsync("1002");
        await person.ArriveAsync(bench.PageOf(token));
        await person.ShowCardAsync();
        await Expect(person.Find("confirm-name")).ToHaveValueAsync("张三");
        await Expect(person.Find("confirm-number")).ToHaveValueAsync(Number);
        await Expect(person.Page.Locator("[data-field=issue_authority]")).ToHaveTextAsync("北京市公安局东城分局");
        await person.EnterAsync("confirm", "测试222351", Number);
        await person.Find("capture-shutter").ClickAsync();
        await person.SeesAsync(passed: false, "身份证号与姓名不匹配或该身份证号不存在");

        var result = await bench.ResultAsync("getall", token);
        var attempt = result.GetProperty("verify_result")[0];
        Assert.Equal("222351", attempt.GetProperty("code").GetString());
        Assert.Equal("测试222351", attempt.GetProperty("idcard_confirm").GetProperty("name").GetString());
        Assert.Equal(2, attempt.GetProperty("ocr_count").GetInt32());
        Assert.Equal(1, result.GetProperty("ocr_charge_count").GetInt32());
    }

    [Fact]
    public async Task Built_in_cards_lead_to_the_same_page_and_a_failure_back_to_the_front()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN" });
        var person = new CapturePerson(await context.NewPageAsync());
        await person.ArriveAsync(bench.PageOf(await bench.MintAsync("1002")), camera: "refused", outcome: "222351");
        await person.Find("ocr-still").ClickAsync();
        await Expect(person.Heading).ToHaveTextAsync("拍摄身份证国徽面");
        await person.Find("ocr-still").ClickAsync();
        await person.Find("confirm-submit").ClickAsync();
        await person.Find("capture-still").ClickAsync();
        await person.SeesAsync(passed: false);
        await person.Find("capture-retry").ClickAsync();
        await Expect(person.Heading).ToHaveTextAsync("拍摄身份证人像面");
    }

    [Fact]
    public async Task A_file_is_read_as_a_card_and_one_that_is_none_is_refused()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var person = new CapturePerson(await context.NewPageAsync());
        await person.ArriveAsync(bench.PageOf(await bench.MintAsync("1002")));
        await person.Find("ocr-file").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "card.jpg", MimeType = "image/jpeg", Buffer = [1, 2, 3] });
        await Expect(person.Page.GetByText("This file is not a picture").Locator("visible=true")).ToBeVisibleAsync();
        await person.Find("ocr-file").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "card.jpg", MimeType = "image/jpeg", Buffer = TestKit.Photos.Of(856, 540) });
        await Expect(person.Heading).ToHaveTextAsync("ID card: the side with the emblem");
    }

    [Fact]
    public async Task A_wrong_number_is_said_and_can_be_put_right()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN", Permissions = ["camera"] });
        var person = new CapturePerson(await context.NewPageAsync());
        var token = await bench.MintAsync("1003");
        await person.ArriveAsync(bench.PageOf(token));
        await person.EnterAsync("manual", "测试乙", "1101011990");
        await Expect(person.Page.Locator("#manual-problem")).ToContainTextAsync("18 位");
        await Expect(person.Find("manual-number")).ToBeFocusedAsync();
        await Expect(person.Find("manual-name")).ToHaveValueAsync("测试乙");
        await person.EnterAsync("manual", "测试乙", Number);
        await person.Find("capture-shutter").ClickAsync();
        await person.SeesAsync(passed: true);
        Assert.Equal("测试乙", Confirmed(Assert.Single(await bench.AttemptsAsync(token))));
    }

    private static string? Confirmed(JsonElement attempt) => attempt.GetProperty("idcard_confirm").GetProperty("name").GetString();
}
