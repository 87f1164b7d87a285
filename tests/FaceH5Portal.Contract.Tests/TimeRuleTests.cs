using System.Net;
using System.Text.Json;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

/// <summary>The four rules of the document's FAQ and the other limits of time, on the moved clock.</summary>
public sealed class TimeRuleTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>
{
    private const int TokenInvalid = 283437;

    [Fact]
    public async Task Rule_1_an_access_token_lives_30_days_and_a_newer_one_does_not_end_it()
    {
        var old = await sandbox.AccessAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        await sandbox.AccessAsync();
        Assert.Equal(0, Code(await GenerateWithAsync(old)));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(111, Code(await GenerateWithAsync(old)));
    }

    [Fact]
    public async Task Rule_1_a_verify_token_is_invalid_to_another_app()
    {
        var token = await sandbox.CompletedAsync("1001");
        Assert.Equal(TokenInvalid, Code(await sandbox.CallAsync("result/getall", new { verify_token = token }, "sandbox-other")));
        Assert.Equal(0, Code(await sandbox.AskAsync("getall", token)));
    }

    [Fact]
    public async Task Rule_2_a_token_not_used_for_2_hours_is_invalid()
    {
        var (used, unused) = (await sandbox.ReadyAsync("1001"), await sandbox.ReadyAsync("1001"));
        await sandbox.AdvanceAsync(TimeSpan.FromHours(2) - TimeSpan.FromMinutes(1));
        await sandbox.CompleteAsync(used);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((0, TokenInvalid), (Code(await sandbox.AskAsync("getall", used)), Code(await sandbox.AskAsync("getall", unused))));
    }

    [Theory]
    [InlineData("1001", 0, false)]
    [InlineData("1007", 0, false)]
    [InlineData("1001", 222360, false)]
    [InlineData("1007", 222360, true)]
    [InlineData("1002", 222351, true)]
    [InlineData("1003", 222351, true)]
    [InlineData("1004", 222360, false)]
    public async Task Rule_3_a_token_is_done_after_success_or_where_the_plan_says_so_after_failure(string plan, int code, bool again)
    {
        var token = await sandbox.CompletedAsync(plan, code);
        var page = await sandbox.Http.GetStringAsync("/face/print/?token=" + token);
        Assert.Equal(again, page.Contains("capture-statement-box", StringComparison.Ordinal));
        if (!again) Assert.Contains("Token无效或者已过期", WebUtility.HtmlDecode(page));
    }

    [Fact]
    public async Task Rule_4_a_result_can_be_asked_for_during_3_days()
    {
        var token = await sandbox.CompletedAsync("1001");
        await sandbox.AdvanceAsync(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, Code(await sandbox.AskAsync("getall", token)));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (var question in new[] { "simple", "detail", "stat", "media/query", "getall" })
            Assert.Equal(TokenInvalid, Code(await sandbox.AskAsync(question, token)));
    }

    [Fact]
    public async Task A_person_who_acts_only_after_45_minutes_passes()
    {
        var token = await sandbox.ReadyAsync("1001");
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(45));
        await sandbox.PageAsync("accept", new { token });
        await sandbox.PageAsync("capture", new { token, image = Files.Picture() });
        await sandbox.AdvanceAsync(ContractSandbox.Comparing);
        Assert.Equal("0", (await sandbox.AskAsync("getall", token)).GetProperty("result").GetProperty("verify_result")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_question_before_the_person_accepted_ends_the_token_and_one_after_does_not()
    {
        var (early, late) = (await sandbox.ReadyAsync("1001"), await sandbox.ReadyAsync("1001"));
        await sandbox.CompleteAsync(late, "statement");
        Assert.Equal((283450, 283450), (Code(await sandbox.AskAsync("getall", early)), Code(await sandbox.AskAsync("getall", late))));
        Assert.Equal((TokenInvalid, 283450), (Code(await sandbox.AskAsync("getall", early)), Code(await sandbox.AskAsync("getall", late))));
        Assert.Equal(0, (await sandbox.CompleteAsync(late)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_video_and_its_pictures_live_for_a_day()
    {
        var token = await sandbox.CompletedAsync("1006");
        var media = (await sandbox.AskAsync("media/query", token)).GetProperty("result");
        string[] urls = [media.GetProperty("processVideo")[0].GetString()!, media.GetProperty("images")[3].GetString()!];
        await sandbox.AdvanceAsync(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        foreach (var url in urls) Assert.Equal(HttpStatusCode.OK, await StatusAsync(url));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (var url in urls) Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(url));
    }

    [Fact]
    public async Task A_signed_address_lives_24_hours_and_a_new_question_brings_a_new_one()
    {
        var token = await sandbox.CompletedAsync("1001");
        var first = await FaceAsync(token);
        await sandbox.AdvanceAsync(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(first));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await FaceAsync(token)));
    }

    private static int Code(JsonElement answer) => answer.TryGetProperty("error_code", out var gateway) ? gateway.GetInt32()
        : answer.GetProperty("success").GetBoolean() ? 0 : answer.GetProperty("code").GetInt32();

    private async Task<JsonElement> GenerateWithAsync(string access)
    {
        using var answer = await sandbox.Http.PostAsync(ContractSandbox.Root + "verifyToken/generate?access_token=" + access, new StringContent("""{"plan_id":"1001"}"""));
        return await ContractSandbox.JsonAsync(answer);
    }

    private async Task<string> FaceAsync(string token) => (await sandbox.AskAsync("getall", token))
        .GetProperty("result").GetProperty("verify_result")[0].GetProperty("verify_detail").GetProperty("face_image").GetString()!;

    private async Task<HttpStatusCode> StatusAsync(string url)
    {
        using var answer = await sandbox.Http.GetAsync(url);
        return answer.StatusCode;
    }
}
