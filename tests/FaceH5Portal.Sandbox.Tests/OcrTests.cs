using System.Text.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class OcrTests
{
    private static readonly byte[] Card = TestImages.Jpeg(856, 540);

    [Fact]
    public async Task Both_sides_are_read_and_confirmed_before_the_face()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync("1002");
        Assert.Equal("ocr-front", Step(await sandbox.PageAsync("accept", token)));
        Assert.Equal("ocr-front", Step(await ScanAsync(sandbox, token, "back")));
        Assert.Equal("ocr-back", Step(await ScanAsync(sandbox, token, "front")));
        var confirm = await ScanAsync(sandbox, token, "back");
        Assert.Equal("confirm", Step(confirm));
        Assert.Equal("张三", confirm.GetProperty("ocr").GetProperty("name").GetString());
        Assert.Equal("capture", Step(await ConfirmAsync(sandbox, token, "张叁")));
        await sandbox.PageAsync("capture", token, TestImages.Jpeg(640, 480));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var attempt = (await sandbox.QueryAsync("getall", token)).Attempt(1);
        Assert.Equal("张叁", attempt.GetProperty("idcard_confirm").GetProperty("name").GetString());
        Assert.Equal("张三", attempt.GetProperty("idcard_confirm").GetProperty("idcard_ocr_result").GetProperty("name").GetString());
        var images = (await sandbox.QueryAsync("detail", token)).GetProperty("result").GetProperty("idcard_images");
        Assert.Equal(Card, images.GetProperty("front_base64").GetBytesFromBase64());
        var front = attempt.GetProperty("idcard_confirm").GetProperty("idcard_images").GetProperty("front_image").GetString();
        Assert.Equal(Card, await sandbox.Http.GetByteArrayAsync(front));
    }

    [Theory]
    [InlineData("", "110101199003070011")]
    [InlineData("张三", "11010119900307001")]
    [InlineData("张三", "not a number")]
    public async Task A_wrong_entry_stays_on_its_page_with_a_reason(string name, string number)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync("1003");
        Assert.Equal("manual", Step(await sandbox.PageAsync("accept", token)));
        var view = await ConfirmAsync(sandbox, token, name, number);
        Assert.Equal("manual", Step(view));
        Assert.NotNull(view.GetProperty("message").GetString());
        Assert.Equal("capture", Step(await ConfirmAsync(sandbox, token, "张三")));
    }

    [Fact]
    public async Task Reading_a_card_is_billed_even_when_nothing_follows()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync("1002");
        await sandbox.PageAsync("accept", token);
        await ScanAsync(sandbox, token, "front");
        var charge = Assert.Single((await sandbox.LookAsync("truth")).GetProperty("charges").EnumerateArray());
        Assert.Equal(("ocr", 0), (charge.GetProperty("type").GetString(), charge.GetProperty("order").GetInt32()));
    }

    [Fact]
    public async Task A_second_reading_after_a_failure_is_in_the_total_but_in_no_attempt()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync("1002");
        await sandbox.ScriptAsync(token, new { code = 222351 });
        await sandbox.CompleteAsync(token);
        await sandbox.ControlAsync("complete", new { verify_token = token, until = "ocr" });
        var result = (await sandbox.QueryAsync("getall", token)).GetProperty("result");
        Assert.Equal((1, 2), (result.GetProperty("verify_count").GetInt32(), result.GetProperty("ocr_charge_count").GetInt32()));
        var attempt = result.GetProperty("verify_result")[0];
        Assert.Equal((true, 2), (attempt.GetProperty("is_ocr_charge").GetBoolean(), attempt.GetProperty("ocr_count").GetInt32()));
    }

    [Fact]
    public async Task Who_tries_again_gives_the_identity_again()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync("1003");
        await sandbox.PageAsync("accept", token);
        await ConfirmAsync(sandbox, token, "测试222351");
        await sandbox.PageAsync("capture", token, TestImages.Jpeg(640, 480));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("failed", Step(await sandbox.PageAsync("state", token)));
        Assert.Equal("manual", Step(await sandbox.PageAsync("retry", token)));
        Assert.Equal(222351, (await sandbox.QueryAsync("detail", token)).Code());
        Assert.Equal("capture", Step(await ConfirmAsync(sandbox, token, "张三")));
    }

    private static string? Step(JsonElement view) => view.GetProperty("step").GetString();

    private static Task<JsonElement> ScanAsync(RunningSandbox sandbox, string token, string side) =>
        sandbox.PageAsync("ocr", new { token, side, image = Convert.ToBase64String(Card) });

    private static Task<JsonElement> ConfirmAsync(RunningSandbox sandbox, string token, string name, string number = "110101199003070011") =>
        sandbox.PageAsync("confirm", new { token, name, number });
}
