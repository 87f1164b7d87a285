using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

/// <summary>The same rules at every door: what a dead, foreign or finished token gets from each call.</summary>
public sealed class TokenRuleTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>
{
    private const int TokenInvalid = 283437;
    private static readonly string[] Questions = ["result/simple", "result/detail", "result/stat", "result/media/query", "result/getall"];
    private static readonly string[] Reports = ["idcard/submit", "uploadMatchImage"];

    [Fact]
    public async Task A_token_of_another_app_is_invalid_at_every_call_and_unharmed_by_it()
    {
        var (fresh, done) = (await sandbox.ReadyAsync("1001"), await sandbox.CompletedAsync("1001"));
        foreach (var report in Reports) Assert.Equal(TokenInvalid, await CodeAsync(report, fresh, "sandbox-other"));
        foreach (var question in Questions)
        {
            Assert.Equal(TokenInvalid, await CodeAsync(question, fresh, "sandbox-other"));
            Assert.Equal(TokenInvalid, await CodeAsync(question, done, "sandbox-other"));
            Assert.Equal(0, await CodeAsync(question, done));
        }
        Assert.Equal(0, (await sandbox.CompleteAsync(fresh)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_plan_of_one_app_mints_for_that_app_alone_whose_tokens_are_its_own()
    {
        var minted = await sandbox.CallAsync("verifyToken/generate", new { plan_id = "2001" }, "sandbox-other");
        var token = minted.GetProperty("result").GetProperty("verify_token").GetString()!;
        Assert.Equal(0, await CodeAsync("idcard/submit", token, "sandbox-other"));
        Assert.Equal(TokenInvalid, await CodeAsync("idcard/submit", token));
    }

    [Fact]
    public async Task A_token_not_used_for_2_hours_is_dead_at_every_door()
    {
        var token = await sandbox.ReadyAsync("1001");
        await sandbox.AdvanceAsync(TimeSpan.FromHours(2));
        foreach (var call in Reports.Concat(Questions)) Assert.Equal(TokenInvalid, await CodeAsync(call, token));
        Assert.Equal("dead", await StepAsync("accept", token));
        Assert.Equal("dead", await StepAsync("capture", token));
    }

    [Fact]
    public async Task A_token_asked_about_too_early_is_dead_for_the_person_too()
    {
        var token = await sandbox.ReadyAsync("1001");
        Assert.Equal(283450, await CodeAsync("result/stat", token));
        foreach (var call in Reports.Concat(Questions)) Assert.Equal(TokenInvalid, await CodeAsync(call, token));
        Assert.Equal("dead", await StepAsync("accept", token));
        Assert.Contains("Token无效或者已过期", WebUtility.HtmlDecode(await sandbox.Http.GetStringAsync("/face/print/?token=" + token)));
    }

    [Theory]
    [InlineData("1001", 0)]
    [InlineData("1001", 222360)]
    [InlineData("1007", 0)]
    public async Task A_finished_token_takes_no_report_and_no_capture_and_still_answers(string plan, int code)
    {
        var token = await sandbox.CompletedAsync(plan, code);
        foreach (var report in Reports) Assert.Equal(TokenInvalid, await CodeAsync(report, token));
        await StepAsync("accept", token);
        await StepAsync("retry", token);
        await StepAsync("capture", token);
        Assert.Equal(1, (await sandbox.AskAsync("getall", token)).GetProperty("result").GetProperty("verify_count").GetInt32());
    }

    [Fact]
    public async Task While_the_vendor_compares_a_question_does_no_harm()
    {
        var token = await sandbox.ReadyAsync("1001");
        await StepAsync("accept", token);
        Assert.Equal("comparing", await StepAsync("capture", token));
        foreach (var question in Questions) Assert.Equal(283451, await CodeAsync(question, token));
        await sandbox.AdvanceAsync(ContractSandbox.Comparing);
        Assert.Equal("passed", await StepAsync("state", token));
        foreach (var question in Questions) Assert.Equal(0, await CodeAsync(question, token));
    }

    [Fact]
    public async Task The_pictures_go_with_the_result()
    {
        var token = await sandbox.CompletedAsync("1002");
        await sandbox.AdvanceAsync(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        var attempt = (await sandbox.AskAsync("getall", token)).GetProperty("result").GetProperty("verify_result")[0];
        var images = attempt.GetProperty("idcard_confirm").GetProperty("idcard_images");
        string[] signed = [.. new[] { attempt.GetProperty("verify_detail").GetProperty("face_image"), images.GetProperty("front_image"), images.GetProperty("back_image") }
            .Select(address => address.GetString()!)];
        foreach (var address in signed) Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(signed[0]));
        var byToken = await sandbox.Http.GetFromJsonAsync<JsonElement>("/solution/faceprint/image/query?verify_token=" + token);
        Assert.Equal(TokenInvalid, byToken.GetProperty("code").GetInt32());
    }

    private async Task<int> CodeAsync(string call, string token, string app = "sandbox")
    {
        var answer = await sandbox.CallAsync(call, new { verify_token = token, id_name = "张三", id_no = ContractSandbox.Number, image = Files.Picture() }, app);
        return answer.GetProperty("success").GetBoolean() ? 0 : answer.GetProperty("code").GetInt32();
    }

    private async Task<string?> StepAsync(string call, string token) =>
        (await sandbox.PageAsync(call, new { token, image = Files.Picture() })).GetProperty("step").GetString();

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await sandbox.Http.GetAsync(address);
        return answer.StatusCode;
    }
}
