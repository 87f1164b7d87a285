using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class ScriptTests
{
    [Fact]
    public async Task The_token_goes_before_the_number_and_the_number_before_the_name()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var byName = await sandbox.ReadyAsync(name: "测试222354");
        Assert.Equal(222354, await NextAsync(sandbox, byName));

        await sandbox.ControlAsync("script", new { id_no = RunningSandbox.Number, attempts = new[] { new { code = 222355 } } });
        var byNumber = await sandbox.ReadyAsync(name: "测试222354");
        var byToken = await sandbox.ReadyAsync(name: "测试222354");
        await sandbox.ScriptAsync(byToken, new { code = 222356 });
        Assert.Equal(222355, await NextAsync(sandbox, byNumber));
        Assert.Equal(222356, await NextAsync(sandbox, byToken));
    }

    [Fact]
    public async Task Each_attempt_uses_up_one_entry_and_the_last_repeats()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync("1007");
        await sandbox.ScriptAsync(token, new { code = 223120 }, new { code = 222351 });
        Assert.Equal(223120, await NextAsync(sandbox, token));
        Assert.Equal(222351, await NextAsync(sandbox, token));
        Assert.Equal(222351, await NextAsync(sandbox, token));
        var result = (await sandbox.QueryAsync("getall", token)).GetProperty("result");
        Assert.Equal(3, result.GetProperty("verify_count").GetInt32());
        Assert.Equal(2, result.GetProperty("verify_charge_count").GetInt32());
    }

    [Fact]
    public async Task A_script_for_a_number_runs_on_across_tokens()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync("script", new
        {
            id_no = RunningSandbox.Number,
            attempts = new object[] { new { code = 222351 }, new { code = 0, score = 93.5 } },
        });
        Assert.Equal(222351, await NextAsync(sandbox, await sandbox.ReadyAsync()));
        Assert.Equal(0, await NextAsync(sandbox, await sandbox.ReadyAsync()));
    }

    private static async Task<int> NextAsync(RunningSandbox sandbox, string token) =>
        (await sandbox.CompleteAsync(token)).GetProperty("code").GetInt32();
}
