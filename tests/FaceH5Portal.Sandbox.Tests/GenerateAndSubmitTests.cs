using System.Text.RegularExpressions;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public partial class GenerateAndSubmitTests
{
    [Theory]
    [InlineData("""{"plan_id":"1001"}""")]
    [InlineData("""{"plan_id":1001}""")]
    [InlineData("""{"plan_id":1001, /* the vendor's examples */ } // carry such things""")]
    public async Task A_verify_token_is_minted_for_a_plan_id_of_either_type(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var answer = await sandbox.CallRawAsync("verifyToken/generate", body);
        Assert.Matches(VerifyToken(), answer.GetProperty("result").GetProperty("verify_token").GetString());
        Assert.Matches(LogId(), answer.GetProperty("log_id").GetString());
    }

    [Theory]
    [InlineData("""{"plan_id":"9999"}""", 283435)]
    [InlineData("""{}""", 216101)]
    [InlineData("""{"plan_id":1001,"redirect_config":{"success_url":"javascript:alert(1)"}}""", 216100)]
    [InlineData("""plan_id=1001""", 283513)]
    [InlineData("""[1]""", 283513)]
    [InlineData("", 283513)]
    public async Task A_bad_request_for_a_token_names_its_fault(string body, int code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal(code, (await sandbox.CallRawAsync("verifyToken/generate", body)).Code());
    }

    [Fact]
    public async Task A_reported_identity_is_confirmed_with_1()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var answer = await sandbox.SubmitAsync(await sandbox.MintAsync("1001"));
        Assert.Equal(1, answer.GetProperty("result").GetInt32());
    }

    [Theory]
    [InlineData("", "1", 0, 216101)]
    [InlineData("李四", "", 0, 216101)]
    [InlineData("李四", "1", 6, 222038)]
    [InlineData("李四", "1", -1, 222038)]
    public async Task A_bad_identity_names_its_fault(string name, string number, int type, int code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync("1001");
        var answer = await sandbox.CallAsync("idcard/submit", new { verify_token = token, id_name = name, id_no = number, certificate_type = type });
        Assert.Equal(code, answer.Code());
    }

    [Fact]
    public async Task An_unknown_token_is_invalid()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var answer = await sandbox.SubmitAsync("neverMintedAnywhere00000");
        Assert.Equal(283437, answer.Code());
        Assert.Equal("Token无效或者已过期", answer.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_token_of_another_application_is_invalid_and_stays_unharmed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync();
        var other = await Wire.AccessTokenAsync(sandbox.Http, Wire.OtherCredentials);
        Assert.Equal(283437, (await sandbox.CallAsync("result/getall", new { verify_token = token }, other)).Code());
        Assert.Equal(0, (await sandbox.QueryAsync("getall", token)).Code());
    }

    [Fact]
    public async Task A_completed_token_takes_no_identity_any_more()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync();
        Assert.Equal(283437, (await sandbox.SubmitAsync(token)).Code());
    }

    [GeneratedRegex("^[A-Za-z0-9]{24}$")]
    private static partial Regex VerifyToken();

    [GeneratedRegex("^[0-9]{19}$")]
    private static partial Regex LogId();
}
