using System.Net;
using System.Text;
using System.Text.Json;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

/// <summary>Whatever comes in, the vendor's own kind of error goes out.</summary>
public sealed class BadInputTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>
{
    public static TheoryData<string> Bodies =>
    [
        "", "null", "[]", "\"text\"", "42", "{", "{\"verify_token\":}", "<xml/>", "\0", "{\"verify_token\":{}}", "{\"verify_token\":[]}",
        "{\"verify_token\":true}", "{\"verify_token\":\"\"}", "{\"verify_token\":\"\\ud800\"}", "{\"plan_id\":{}}", "{\"plan_id\":1e400}", "{\"plan_id\":-1}",
        "{\"plan_id\":\"1001'; DROP TABLE tokens;--\"}", "{\"plan_id\":\"1001\",\"redirect_config\":[]}",
        "{\"plan_id\":\"1001\",\"redirect_config\":{\"success_url\":\"javascript:alert(1)\"}}",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_nobody_can_use_gets_an_error_of_the_vendor(string body)
    {
        foreach (var path in new[] { "verifyToken/generate", "idcard/submit", "uploadMatchImage", "result/getall", "result/media/query" })
        {
            using var answer = await PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
            await AssertVendorErrorAsync(answer);
        }
    }

    [Fact]
    public async Task Depth_and_size_are_refused_without_a_trace()
    {
        var deep = new string('[', 100_000) + new string(']', 100_000);
        using (var answer = await PostAsync("result/getall", new StringContent(deep))) await AssertVendorErrorAsync(answer);
        var huge = $$"""{"verify_token":"{{await sandbox.MintAsync("1004")}}","image":"{{new string('A', 12 * 1024 * 1024)}}"}""";
        using (var answer = await PostAsync("uploadMatchImage", new StringContent(huge))) await AssertVendorErrorAsync(answer);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    [InlineData("application/octet-stream")]
    public async Task A_content_type_nobody_expects_breaks_nothing(string type)
    {
        using var content = new StringContent("neither form nor json");
        content.Headers.ContentType = new(type);
        using var answer = await PostAsync("result/getall", content);
        await AssertVendorErrorAsync(answer);
    }

    [Fact]
    public async Task So_does_a_body_without_a_type_and_no_body_at_all()
    {
        using (var answer = await PostAsync("result/getall", new ByteArrayContent("neither"u8.ToArray()))) await AssertVendorErrorAsync(answer);
        using (var answer = await PostAsync("result/getall", null)) await AssertVendorErrorAsync(answer);
    }

    [Fact]
    public async Task An_unknown_control_call_is_told_which_there_are()
    {
        using var answer = await sandbox.Http.PostAsync("/_sandbox/nonsense", null);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("POST clock", (await ContractSandbox.JsonAsync(answer)).GetProperty("known").EnumerateArray().Select(known => known.GetString()));
    }

    [Theory]
    [InlineData("GET", "result/getall")]
    [InlineData("PUT", "result/getall")]
    [InlineData("DELETE", "verifyToken/generate")]
    [InlineData("PATCH", "idcard/submit")]
    [InlineData("POST", "result/nothing")]
    [InlineData("POST", "")]
    [InlineData("POST", "../../../etc/passwd")]
    public async Task A_wrong_method_or_path_gets_the_gateways_answer(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{ContractSandbox.Root}{path}?access_token={await sandbox.AccessAsync()}");
        using var answer = await sandbox.Http.SendAsync(request);
        await AssertVendorErrorAsync(answer);
    }

    [Theory]
    [InlineData("DELETE", "/oauth/2.0/token")]
    [InlineData("POST", "/solution/faceprint/image/query")]
    [InlineData("GET", "/solution/faceprint/idcard/submit")]
    [InlineData("GET", "/solution/faceprint/image/query?verify_token=unknown")]
    [InlineData("PUT", "/v1/faceprint-media/a.webm")]
    [InlineData("GET", "/no/such/path")]
    [InlineData("POST", "/rest/2.0/face/v3/match")]
    public async Task So_does_every_other_address(string method, string address)
    {
        using var answer = await sandbox.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
        await AssertVendorErrorAsync(answer);
    }

    [Theory]
    [InlineData("/v1/faceprint-media/unknown.webm", HttpStatusCode.NotFound, "NoSuchKey")]
    [InlineData("/v1/faceprint-media/..%2Fclock", HttpStatusCode.NotFound, "NoSuchKey")]
    [InlineData("/v1/faceprint-capture/unknown.jpg", HttpStatusCode.Forbidden, "AccessDenied")]
    [InlineData("/v1/faceprint-capture/unknown.jpg?authorization=bce-auth-v1%2Fsandbox%2F20260101T000000Z%2F86400%2Fhost%2F00", HttpStatusCode.Forbidden, "AccessDenied")]
    public async Task The_object_store_refuses_in_its_own_way(string address, HttpStatusCode status, string code)
    {
        using var answer = await sandbox.Http.GetAsync(address);
        Assert.Equal((status, code), (answer.StatusCode, (await ContractSandbox.JsonAsync(answer)).GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("clock", """{"advance":"soon"}""", "positive time span")]
    [InlineData("script", """{"attempts":[]}""", "verify_token")]
    [InlineData("complete", """{"verify_token":"unknown"}""", "never minted")]
    [InlineData("faults", """{"path":"nowhere","kind":"http500"}""", "result/getall")]
    [InlineData("faults", """{"path":"result/getall","kind":"fire"}""", "timeout")]
    [InlineData("latency", """{"path":"*","milliseconds":-5}""", "from 0 to")]
    [InlineData("profile", """{"early_query":"sometimes"}""", "strict, lenient")]
    [InlineData("profile", """{"mood":"good"}""", "early_query")]
    [InlineData("calls?newest=few", null, "whole number")]
    public async Task A_control_call_with_nonsense_is_told_what_is_allowed(string call, string? body, string allowed)
    {
        using var answer = body is null
            ? await sandbox.Http.GetAsync("/_sandbox/" + call)
            : await sandbox.Http.PostAsync("/_sandbox/" + call, new StringContent(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(allowed, (await ContractSandbox.JsonAsync(answer)).GetProperty("error").GetString());
    }

    private async Task<HttpResponseMessage> PostAsync(string path, HttpContent? content) =>
        await sandbox.Http.PostAsync($"{ContractSandbox.Root}{path}?access_token={await sandbox.AccessAsync()}", content);

    private static async Task AssertVendorErrorAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("FaceH5Portal", text);
        Assert.DoesNotContain("<html", text);
        Assert.DoesNotContain("   at ", text);
        var json = JsonDocument.Parse(text).RootElement;
        Assert.True(json.TryGetProperty("error_code", out var code) || json.TryGetProperty("code", out code), text);
        Assert.NotEqual(0, code.GetInt32());
    }
}
