using System.Text.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class VerdictTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(222350, true)]
    [InlineData(222351, true)]
    [InlineData(222354, true)]
    [InlineData(222355, true)]
    [InlineData(222360, true)]
    [InlineData(222352, false)]
    [InlineData(222353, false)]
    [InlineData(222356, false)]
    [InlineData(222361, false)]
    [InlineData(223051, false)]
    [InlineData(223120, false)]
    [InlineData(223131, false)]
    [InlineData(223135, false)]
    [InlineData(800001, false)]
    [InlineData(800002, false)]
    [InlineData(999999, false)]
    public async Task Only_an_attempt_that_reached_the_comparison_is_charged(int code, bool charged)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync(name: $"测试{code}");
        var answer = await sandbox.QueryAsync("getall", token);
        var attempt = answer.Attempt(1);
        Assert.Equal($"{code}", attempt.GetProperty("code").GetString());
        Assert.Equal(charged, attempt.GetProperty("is_charged").GetBoolean());
        Assert.Equal(charged ? 1 : 0, answer.GetProperty("result").GetProperty("verify_charge_count").GetInt32());
        Assert.Equal(charged, attempt.GetProperty("verify_detail").GetProperty("verify_log_id").GetString() != "");
        Assert.Equal(charged, attempt.GetProperty("charge_time").GetString() != "");
    }

    [Theory]
    [InlineData("1001", "verify")]
    [InlineData("1004", "match")]
    [InlineData("1002", "verify")]
    [InlineData("1005", null)]
    public async Task The_plan_decides_what_is_billed(string plan, string? type)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var result = (await sandbox.QueryAsync("getall", await sandbox.CompletedAsync(plan))).GetProperty("result");
        Assert.Equal(type, result.GetProperty("verify_result")[0].GetProperty("charge_type").GetString());
        Assert.Equal(type == "verify" ? 1 : 0, result.GetProperty("verify_charge_count").GetInt32());
        Assert.Equal(type == "match" ? 1 : 0, result.GetProperty("match_charge_count").GetInt32());
    }

    [Fact]
    public async Task A_score_below_the_threshold_is_a_charged_failure()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync();
        await sandbox.ScriptAsync(token, new { code = 0, score = 79.9 });
        await sandbox.CompleteAsync(token);
        var attempt = (await sandbox.QueryAsync("getall", token)).Attempt(1);
        Assert.False(attempt.GetProperty("is_verify_passed").GetBoolean());
        Assert.Equal("222360", attempt.GetProperty("code").GetString());
        Assert.Equal("人脸比对未通过", attempt.GetProperty("message").GetString());
        Assert.True(attempt.GetProperty("is_charged").GetBoolean());
        Assert.Equal((double)79.9f, attempt.GetProperty("verify_detail").GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task A_pass_has_the_shape_that_was_recorded_from_the_vendor()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync();
        await sandbox.ScriptAsync(token, new { code = 0, score = 84.4 });
        await sandbox.CompleteAsync(token);
        var attempt = (await sandbox.QueryAsync("getall", token)).Attempt(1);
        Assert.Equal("核验成功", attempt.GetProperty("message").GetString());
        Assert.Equal("2026-03-01 16:15:01", attempt.GetProperty("verify_time").GetString());
        Assert.Equal("2026-03-01 16:15:01", attempt.GetProperty("charge_time").GetString());
        Assert.Equal("84.4000015258789", attempt.GetProperty("verify_detail").GetProperty("score").GetRawText());
        Assert.Equal(80, attempt.GetProperty("verify_detail").GetProperty("threshold").GetDouble());
        var confirmed = attempt.GetProperty("idcard_confirm");
        Assert.Equal(RunningSandbox.Name, confirmed.GetProperty("name").GetString());
        Assert.Equal(RunningSandbox.Number, confirmed.GetProperty("idcard_number").GetString());
        Assert.Equal("0", confirmed.GetProperty("idcard_type").GetString());
        Assert.Equal(JsonValueKind.Null, confirmed.GetProperty("idcard_ocr_result").ValueKind);
    }

    [Fact]
    public async Task Detail_tells_the_score_of_a_pass_and_the_code_of_a_failure()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var passed = await sandbox.QueryAsync("detail", await sandbox.CompletedAsync());
        Assert.Equal((double)93.52f, passed.GetProperty("result").GetProperty("verify_result").GetProperty("score").GetDouble());
        Assert.Equal(RunningSandbox.Number, passed.GetProperty("result").GetProperty("idcard_confirm").GetProperty("idcard_number").GetString());
        var failed = await sandbox.QueryAsync("detail", await sandbox.CompletedAsync(name: "测试222351"));
        Assert.Equal(222351, failed.Code());
        Assert.NotEqual("", failed.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_mismatch_of_name_and_number_has_no_score()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var attempt = (await sandbox.QueryAsync("getall", await sandbox.CompletedAsync(name: "测试222351"))).Attempt(1);
        Assert.Equal(JsonValueKind.Null, attempt.GetProperty("verify_detail").GetProperty("score").ValueKind);
    }
}
