using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class OutcomeTests
{
    private const string MagicNumber = "222355194910010012";

    [Fact]
    public async Task Token_before_number_before_panel_before_magic_before_pass()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync("1007");
        await sandbox.SubmitAsync(token, "测试222351", MagicNumber);
        Assert.Equal("222355", await NextAsync(sandbox, token, panel: ""));
        Assert.Equal("223120", await NextAsync(sandbox, token, panel: "223120"));
        await sandbox.ControlAsync("script", new { id_no = MagicNumber, attempts = new[] { new { code = 222350 } } });
        Assert.Equal("222350", await NextAsync(sandbox, token, panel: "223120"));
        await sandbox.ScriptAsync(token, new { code = 222354 });
        Assert.Equal("222354", await NextAsync(sandbox, token, panel: "223120"));
    }

    [Theory]
    [InlineData("110101194910010011", "0")]
    [InlineData("222355199003070011", "0")]
    [InlineData("800002194910010010", "800002")]
    public async Task Only_a_known_code_with_the_marking_birthday_is_magic(string number, string code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync("1001");
        await sandbox.SubmitAsync(token, "李四", number);
        await sandbox.CompleteAsync(token);
        Assert.Equal(code, (await sandbox.QueryAsync("getall", token)).Attempt(1).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_script_can_name_a_risk()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync();
        await sandbox.ScriptAsync(token, new { code = 0, risk_level = "1", risk_tag = "emulator", demoted = true });
        await sandbox.CompleteAsync(token);
        var detail = (await sandbox.QueryAsync("getall", token)).Attempt(1).GetProperty("verify_detail");
        Assert.Equal(("1", "emulator", true), (detail.GetProperty("risk_level").GetString(), detail.GetProperty("risk_tag").GetString(), detail.GetProperty("is_demote").GetBoolean()));
        var stat = (await sandbox.QueryAsync("stat", token)).GetProperty("result");
        Assert.Equal((0, 1), (stat.GetProperty("verify").GetArrayLength(), stat.GetProperty("VerifySec").GetArrayLength()));
    }

    private static async Task<string?> NextAsync(RunningSandbox sandbox, string token, string panel)
    {
        foreach (var call in new[] { "accept", "retry" }) await sandbox.PageAsync(call, token);
        await sandbox.PageAsync("capture", new { token, image = Convert.ToBase64String(TestImages.Jpeg(640, 480)), outcome = panel });
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var attempts = (await sandbox.QueryAsync("getall", token)).GetProperty("result").GetProperty("verify_result");
        return attempts[attempts.GetArrayLength() - 1].GetProperty("code").GetString();
    }
}
