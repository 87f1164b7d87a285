using System.Text.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class JournalTests
{
    [Fact]
    public async Task Every_vendor_call_is_in_the_journal_with_its_token_and_answer()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync(name: "测试222351");
        await sandbox.QueryAsync("getall", token);
        await sandbox.CallAsync("result/getall", new { verify_token = token }, "unknown");
        var calls = (await sandbox.LookAsync("calls")).EnumerateArray().Select(Line).ToList();
        Assert.Equal(
            [
                "/oauth/2.0/token - success",
                $"verifyToken/generate {token} success",
                $"idcard/submit {token} success",
                $"result/getall {token} 283450",
                $"result/getall {token} 110",
            ],
            calls);
    }

    [Fact]
    public async Task A_call_carries_its_time_in_utc_and_pictures_count_as_calls()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync();
        await sandbox.Http.GetByteArrayAsync("/solution/faceprint/image/query?verify_token=" + token);
        var last = (await sandbox.LookAsync("calls")).EnumerateArray().Last();
        Assert.Equal("2026-03-01T08:15:01Z", last.GetProperty("time").GetString());
        Assert.Equal(token, last.GetProperty("verify_token").GetString());
        Assert.Equal("success", last.GetProperty("answer").GetString());
    }

    [Fact]
    public async Task The_truth_equals_what_getall_bills()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync("1007");
        await sandbox.ScriptAsync(token, new { code = 223120 }, new { code = 222360 }, new { code = 0, score = 93.5 });
        for (var attempt = 0; attempt < 3; attempt++) await sandbox.CompleteAsync(token);
        var billed = (await sandbox.QueryAsync("getall", token)).GetProperty("result").GetProperty("verify_result").EnumerateArray().Select(attempt => (
            attempt.GetProperty("order").GetInt32(),
            attempt.GetProperty("code").GetString(),
            attempt.GetProperty("is_charged").GetBoolean(),
            attempt.GetProperty("charge_type").GetString(),
            attempt.GetProperty("verify_detail").GetProperty("verify_log_id").GetString()));
        var truth = await sandbox.LookAsync("truth");
        var booked = truth.GetProperty("tokens")[0].GetProperty("attempts").EnumerateArray().Select(attempt => (
            attempt.GetProperty("order").GetInt32(),
            (string?)attempt.GetProperty("code").GetRawText(),
            attempt.GetProperty("charged").GetBoolean(),
            attempt.GetProperty("charge_type").GetString(),
            attempt.GetProperty("verify_log_id").GetString()));
        Assert.Equal(billed, booked);
        Assert.Equal([2, 3], truth.GetProperty("charges").EnumerateArray().Select(charge => charge.GetProperty("order").GetInt32()));
        Assert.All(truth.GetProperty("charges").EnumerateArray(), charge => Assert.Equal("verify", charge.GetProperty("type").GetString()));
    }

    private static string Line(JsonElement call)
    {
        var path = call.GetProperty("path").GetString()!.Replace("/rpc/2.0/brain/solution/faceprint/", "", StringComparison.Ordinal);
        return $"{path} {call.GetProperty("verify_token").GetString() ?? "-"} {call.GetProperty("answer")}";
    }
}
