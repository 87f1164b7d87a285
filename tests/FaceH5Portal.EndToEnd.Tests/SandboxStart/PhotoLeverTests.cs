using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxStart;

/// <summary>What a photo vendor does next, set on the page, and its books.</summary>
[Collection(BrowserTests.Name)]
public sealed class PhotoLeverTests(Chromium chromium)
{
    [Fact]
    public async Task An_answer_holds_for_everybody_until_it_is_removed_and_the_books_tell_what_each_check_cost()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.Find("start-photo-act").SelectOptionAsync(new SelectOptionValue { Label = "res3: 身份证号与姓名不匹配" });
        await desk.Find("start-photo-arm").ClickAsync();
        await Expect(desk.Find("start-photo-script")).ToContainTextAsync("juhe everybody");
        Assert.Contains("\"res\":3", await desk.CheckPhotoAsync(), StringComparison.Ordinal);
        await Expect(desk.Find("start-photo-check")).ToHaveAttributeAsync("data-charged", "true");

        await desk.Find("start-photo-remove").ClickAsync();
        await Expect(desk.Find("start-photo-script")).ToHaveCountAsync(0);
        await desk.Find("start-photo-act").SelectOptionAsync(new SelectOptionValue { Label = "10001: 错误的请求KEY" });
        await desk.Find("start-photo-number").FillAsync("11010519491231002X");
        await desk.Find("start-photo-arm").ClickAsync();
        await Expect(desk.Find("start-photo-script")).ToContainTextAsync("juhe 11010519491231002X");
        Assert.Contains("\"error_code\":10001", await desk.CheckPhotoAsync(), StringComparison.Ordinal);
        await Expect(desk.Find("start-photo-check")).ToHaveCountAsync(2);
        await Expect(desk.Find("start-photo-check").First).ToHaveAttributeAsync("data-charged", "false");
        await Expect(desk.Find("start-photo-sum")).ToContainTextAsync("2 carried out");
        await Expect(desk.Find("start-photo-sum")).ToContainTextAsync("1 on the bill");
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task A_check_whose_answer_is_lost_stands_in_the_books_all_the_same()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await Expect(desk.Find("start-photo-count")).ToBeHiddenAsync();
        await desk.Find("start-photo-act").SelectOptionAsync(new SelectOptionValue { Label = "breaks: the connection is reset 连接中断" });
        await Expect(desk.Find("start-photo-number")).ToBeHiddenAsync();
        await desk.Find("start-photo-arm").ClickAsync();
        await Expect(desk.Find("start-fault")).ToContainTextAsync("verifyface/verifyEncry reset × 1");
        Assert.Null(await desk.CheckPhotoAsync());
        await Expect(desk.Find("start-photo-check")).ToHaveAttributeAsync("data-charged", "true");
        await Expect(desk.Find("start-fault")).ToHaveCountAsync(0);
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task Each_vendor_offers_its_own_answers()
    {
        await using var desk = await StartDesk.OpenAsync(chromium.WithCamera);
        await desk.Find("start-photo-vendor").SelectOptionAsync("tencentV2");
        await Expect(desk.Find("start-photo-act")).ToContainTextAsync("AuthFailureSecretIdNotFound");
        await Expect(desk.Find("start-photo-act")).Not.ToContainTextAsync("226402");
        await desk.Find("start-photo-act").SelectOptionAsync(new SelectOptionValue { Label = "hangs: no answer at all 无应答" });
        await desk.Find("start-photo-count").FillAsync("3");
        await desk.Find("start-photo-arm").ClickAsync();
        await Expect(desk.Find("start-fault")).ToContainTextAsync("ImageRecognitionV2 timeout × 3");
    }
}
