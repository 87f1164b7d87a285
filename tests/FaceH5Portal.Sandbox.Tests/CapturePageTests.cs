using System.Net;
using System.Net.Http.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class CapturePageTests
{
    [Theory]
    [InlineData("/face/print/")]
    [InlineData("/face/print")]
    public async Task A_fresh_token_opens_the_page_in_chinese(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var page = await sandbox.Http.GetStringAsync($"{path}?token={await sandbox.ReadyAsync()}");
        Assert.Contains("capture-statement-box", page);
        Assert.Contains("lang=\"zh-CN\"", page);
        Assert.DoesNotContain("{{", page);
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9,zh;q=0.8", "en")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("de, en;q=0.5", "en")]
    [InlineData("fr", "zh-CN")]
    public async Task It_speaks_the_readers_language(string accepted, string language)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/face/print/?token=" + await sandbox.ReadyAsync());
        request.Headers.AcceptLanguage.ParseAdd(accepted);
        using var answer = await sandbox.Http.SendAsync(request);
        Assert.Contains($"lang=\"{language}\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_bad_or_completed_token_opens_the_error_page()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        foreach (var token in new[] { "", "unknown", await sandbox.CompletedAsync() })
        {
            var page = WebUtility.HtmlDecode(await sandbox.Http.GetStringAsync("/face/print/?token=" + token));
            Assert.Contains("Token无效或者已过期", page);
            Assert.DoesNotContain("capture-statement-box", page);
        }
    }

    [Fact]
    public async Task Targets_of_the_address_win_over_those_given_earlier()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var minted = await sandbox.CallAsync("verifyToken/generate", new
        {
            plan_id = "1005",
            redirect_config = new { success_url = "https://early.example/ok", failed_url = "https://early.example/no" },
        });
        var token = minted.GetProperty("result").GetProperty("verify_token").GetString();
        var page = await sandbox.Http.GetStringAsync($"/face/print/?token={token}&successUrl=https%3A%2F%2Flate.example%2Fok%3Fa%3D%22b%22");
        Assert.Contains("data-success=\"https://late.example/ok?a=&quot;b&quot;\"", page);
        Assert.Contains("data-failed=\"https://early.example/no\"", page);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    public async Task A_target_that_is_no_web_address_is_refused(string target)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var answer = await sandbox.Http.GetAsync($"/face/print/?token={await sandbox.ReadyAsync()}&failedUrl={Uri.EscapeDataString(target)}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("data-failed", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_person_goes_from_the_statement_to_the_verdict()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync("1007", "测试222360");
        Assert.Equal("statement", await StepAsync(sandbox, "state", token));
        Assert.Equal("statement", await StepAsync(sandbox, "capture", token));
        Assert.Equal("capture", await StepAsync(sandbox, "accept", token));
        Assert.Equal("comparing", await StepAsync(sandbox, "capture", token));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var verdict = await sandbox.PageAsync("state", token);
        Assert.Equal("failed", verdict.GetProperty("step").GetString());
        Assert.Equal("人脸比对未通过", verdict.GetProperty("message").GetString());
        Assert.True(verdict.GetProperty("retry").GetBoolean());
        await sandbox.ScriptAsync(token, new { code = 0 });
        Assert.Equal("failed", await StepAsync(sandbox, "capture", token));
        Assert.Equal("capture", await StepAsync(sandbox, "retry", token));
        Assert.Equal("comparing", await StepAsync(sandbox, "capture", token));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("passed", await StepAsync(sandbox, "state", token));
    }

    [Fact]
    public async Task Only_a_jpeg_counts_as_a_capture()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync();
        await sandbox.PageAsync("accept", token);
        using var answer = await sandbox.Http.PostAsJsonAsync("/face/api/capture", new { token, image = "AAAA" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("capture", await StepAsync(sandbox, "state", token));
    }

    private static async Task<string?> StepAsync(RunningSandbox sandbox, string call, string token) =>
        (await sandbox.PageAsync(call, token, TestImages.Jpeg(640, 480))).GetProperty("step").GetString();
}
