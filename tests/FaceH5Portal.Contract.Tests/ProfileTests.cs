using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

/// <summary>What no source settles can be had either way.</summary>
public sealed class ProfileTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>, IAsyncLifetime
{
    private const string Attempt = "result.verify_result.0.";

    public Task InitializeAsync() => sandbox.ControlAsync("reset", new { });

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("ocr_placement", "sibling", "getall", Attempt + "idcard_ocr_result", "object")]
    [InlineData("is_demote_in", "verify_result", "detail", "result.verify_result.is_demote", "bool")]
    [InlineData("verdict_codes", "number", "getall", Attempt + "code", "int")]
    [InlineData("stat_codes", "number", "stat", "result.verify.0.error_code", "int")]
    [InlineData("stat_counts", "string", "stat", "result.verify.0.count", "digits")]
    [InlineData("stat_keys", "chinese", "stat", "result.身份证识别.0.count", "int")]
    [InlineData("scores", "string", "getall", Attempt + "verify_detail.score", "string")]
    [InlineData("scores", "string", "detail", "result.verify_result.spoofing", "string")]
    [InlineData("absent", "empty", "getall", Attempt + "verify_detail.risk_level", "empty")]
    [InlineData("pass_message", "empty", "getall", Attempt + "message", "empty")]
    public async Task A_switch_changes_the_answer(string name, string value, string question, string path, string words)
    {
        var token = await sandbox.CompletedAsync("1002");
        Assert.False(Has(await sandbox.AskAsync(question, token), path, words));
        await SetAsync(name, value);
        Assert.True(Has(await sandbox.AskAsync(question, token), path, words));
    }

    [Fact]
    public async Task Values_follow_their_switches()
    {
        var token = await sandbox.CompletedAsync("1001");
        await SetAsync("liveness_score", "zero");
        await SetAsync("face_image", "bare");
        await SetAsync("absent", "missing");
        var attempt = (await sandbox.AskAsync("getall", token)).GetProperty("result").GetProperty("verify_result")[0];
        var detail = attempt.GetProperty("verify_detail");
        Assert.Equal(0, detail.GetProperty("liveness_score").GetDouble());
        Assert.Matches(@"^[^/]+\.jpg$", detail.GetProperty("face_image").GetString());
        Assert.False(detail.TryGetProperty("risk_level", out _));
    }

    [Fact]
    public async Task A_time_is_beijings_with_its_zeros_or_without()
    {
        var now = (await sandbox.Http.GetFromJsonAsync<JsonElement>("/_sandbox/clock")).GetProperty("now").GetDateTime();
        // Midnight of a month and a day with one digit; it is eight in the morning there.
        var third = new DateTime(now.Year + 1, 2, 3, 0, 0, 0, DateTimeKind.Utc);
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(Math.Ceiling((third - now).TotalSeconds)));
        var token = await sandbox.CompletedAsync("1001");
        Assert.StartsWith($"{third.Year}-02-03 08:", await TimeAsync(token));
        await SetAsync("times", "unpadded");
        Assert.StartsWith($"{third.Year}-2-3 8:", await TimeAsync(token));
    }

    [Fact]
    public async Task A_failure_can_be_told_in_the_mixed_shape_and_as_text()
    {
        var token = await sandbox.CompletedAsync("1001", 222351);
        await SetAsync("verdict_codes", "string");
        Assert.Equal("222351", (await sandbox.AskAsync("detail", token)).GetProperty("code").GetString());
        await SetAsync("verdict_codes", "documented");
        await SetAsync("failure_fields", "error_code");
        var mixed = await sandbox.AskAsync("detail", token);
        Assert.Equal((false, 222351), (mixed.GetProperty("success").GetBoolean(), mixed.GetProperty("error_code").GetInt32()));
        Assert.NotEqual("", mixed.GetProperty("error_msg").GetString());
    }

    [Fact]
    public async Task Loose_json_has_a_comment_and_a_trailing_comma()
    {
        var token = await sandbox.CompletedAsync("1001");
        await SetAsync("json", "loose");
        using var content = new StringContent(JsonSerializer.Serialize(new { verify_token = token }), Encoding.UTF8, "application/json");
        using var answer = await sandbox.Http.PostAsync($"{ContractSandbox.Root}result/getall?access_token={await sandbox.AccessAsync()}", content);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
        var lenient = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        Assert.True(JsonDocument.Parse(body, lenient).RootElement.GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task A_lenient_vendor_keeps_a_token_that_was_asked_about_early()
    {
        await SetAsync("early_query", "lenient");
        var token = await sandbox.ReadyAsync("1001");
        Assert.Equal(283450, (await sandbox.AskAsync("getall", token)).GetProperty("code").GetInt32());
        Assert.Equal(0, (await sandbox.CompleteAsync(token)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task The_way_back_given_first_wins_where_the_profile_says_so()
    {
        var minted = await sandbox.CallAsync("verifyToken/generate", new { plan_id = "1005", redirect_config = new { success_url = "https://early.example/", failed_url = "https://early.example/" } });
        var address = $"/face/print/?token={minted.GetProperty("result").GetProperty("verify_token").GetString()}&successUrl=https%3A%2F%2Flate.example%2F";
        Assert.Contains("https://late.example/", await sandbox.Http.GetStringAsync(address));
        await SetAsync("redirect_precedence", "config");
        Assert.DoesNotContain("https://late.example/", await sandbox.Http.GetStringAsync(address));
    }

    [Fact]
    public async Task Without_a_quota_only_the_questions_to_the_paid_services_are_refused()
    {
        var token = await sandbox.CompletedAsync("1006");
        await SetAsync("v4_quota", "none");
        foreach (var question in new[] { "simple", "detail", "getall" })
        {
            var answer = await sandbox.AskAsync(question, token);
            Assert.Equal((18, JsonValueKind.Number), (answer.GetProperty("error_code").GetInt32(), answer.GetProperty("log_id").ValueKind));
        }
        Assert.True((await sandbox.AskAsync("stat", token)).GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task After_a_day_media_can_vanish_from_the_list()
    {
        var token = await sandbox.CompletedAsync("1006");
        await sandbox.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Empty(Shape.Faults("media", await sandbox.AskAsync("media/query", token)));
        await SetAsync("media_after_a_day", "empty");
        Assert.Empty(Shape.Faults("media-none", await sandbox.AskAsync("media/query", token)));
    }

    private async Task<string?> TimeAsync(string token) => (await sandbox.AskAsync("getall", token))
        .GetProperty("result").GetProperty("verify_result")[0].GetProperty("verify_time").GetString();

    private async Task SetAsync(string name, string value) => await sandbox.ControlAsync("profile", new Dictionary<string, string> { [name] = value });

    private static bool Has(JsonElement answer, string path, string words)
    {
        foreach (var step in path.Split('.'))
        {
            if (answer.ValueKind == JsonValueKind.Array) answer = answer[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)];
            else if (!answer.TryGetProperty(step, out answer)) return false;
        }
        return Shape.Fits(words, answer);
    }
}
