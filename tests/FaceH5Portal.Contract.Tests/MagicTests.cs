using System.Globalization;
using System.Text.Json;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

/// <summary>A person can bring the end of an attempt along, with no lever pulled.</summary>
public sealed class MagicTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static TheoryData<string> Verdicts => [.. Files.Table("codes.tsv").Where(row => row[2] == "verdict").Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Verdicts))]
    public async Task A_name_or_an_id_number_chooses_the_code(string code)
    {
        Assert.Equal(code, await EndOfAsync("测试" + code, ContractSandbox.Number));
        Assert.Equal(code, await EndOfAsync("张三", NumberOf(code)));
    }

    [Theory]
    [InlineData(79.9, "222360", false)]
    [InlineData(80, "0", true)]
    public async Task A_score_below_the_threshold_fails_whatever_was_asked_for(double score, string code, bool passes)
    {
        var token = await sandbox.ReadyAsync("1001");
        await sandbox.ControlAsync("script", new { verify_token = token, attempts = new[] { new { code = 0, score } } });
        await sandbox.CompleteAsync(token);
        var attempt = await AttemptAsync(token);
        Assert.Equal((code, passes), (attempt.GetProperty("code").GetString(), attempt.GetProperty("is_verify_passed").GetBoolean()));
        Assert.Equal(passes ? "核验成功" : "人脸比对未通过", attempt.GetProperty("message").GetString());
        Assert.Equal((double)(float)score, attempt.GetProperty("verify_detail").GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task A_camera_refused_where_no_video_may_take_its_place_ends_the_attempt_free_of_charge()
    {
        var token = await sandbox.ReadyAsync("1007");
        await sandbox.PageAsync("accept", new { token });
        await sandbox.PageAsync("refused", new { token });
        await sandbox.AdvanceAsync(ContractSandbox.Comparing);
        var attempt = await AttemptAsync(token);
        Assert.Equal(("800001", false), (attempt.GetProperty("code").GetString(), attempt.GetProperty("is_charged").GetBoolean()));
    }

    private async Task<string?> EndOfAsync(string name, string number)
    {
        var token = await sandbox.MintAsync("1001");
        await sandbox.CallAsync("idcard/submit", new { verify_token = token, id_name = name, id_no = number });
        await sandbox.CompleteAsync(token);
        return (await AttemptAsync(token)).GetProperty("code").GetString();
    }

    private async Task<JsonElement> AttemptAsync(string token) =>
        (await sandbox.AskAsync("getall", token)).GetProperty("result").GetProperty("verify_result")[0];

    private static string NumberOf(string code)
    {
        var digits = code + "19491001" + "001";
        var sum = digits.Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum();
        var check = (12 - sum % 11) % 11;
        return digits + (check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture));
    }
}
