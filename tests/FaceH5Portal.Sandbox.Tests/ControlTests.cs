using System.Net;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class ControlTests
{
    [Theory]
    [InlineData("clock", "")]
    [InlineData("clock", "[]")]
    [InlineData("clock", """{"advance":"-00:00:01"}""")]
    [InlineData("clock", """{"advance":"00:00:00"}""")]
    [InlineData("clock", """{"advance":"5"}""")]
    [InlineData("clock", """{"advance":7200}""")]
    [InlineData("clock", """{"advance":"10000000.00:00:00"}""")]
    [InlineData("script", """{"attempts":[{"code":0}]}""")]
    [InlineData("script", """{"id_no":"1","verify_token":"2","attempts":[{"code":0}]}""")]
    [InlineData("script", """{"verify_token":"unknown","attempts":[{"code":0}]}""")]
    [InlineData("script", """{"id_no":"1","attempts":[]}""")]
    [InlineData("script", """{"id_no":"1","attempts":[{"code":"0"}]}""")]
    [InlineData("script", """{"id_no":"1","attempts":[{"code":0.5}]}""")]
    [InlineData("script", """{"id_no":"1","attempts":[{"code":-1}]}""")]
    [InlineData("script", """{"id_no":"1","attempts":[{"code":0,"score":101}]}""")]
    [InlineData("script", """{"id_no":"1","attempts":[{"code":222351,"score":90}]}""")]
    [InlineData("script", """{"id_no":"1","attempts":[{"code":0,"scroe":90}]}""")]
    [InlineData("script", """{"id_no":"1","attempts":[{"code":0,"risk_level":"5"}]}""")]
    [InlineData("script", """{"id_no":"1","attempts":[{"code":0,"demoted":"yes"}]}""")]
    [InlineData("faults", """{"path":"result/nothing","kind":"empty"}""")]
    [InlineData("faults", """{"path":"result/getall","kind":"fire"}""")]
    [InlineData("faults", """{"path":"result/getall","kind":"error"}""")]
    [InlineData("faults", """{"path":"result/getall","kind":"empty","count":0}""")]
    [InlineData("faults", """{"path":"result/getall","kind":"empty","processed":1}""")]
    [InlineData("latency", """{"path":"*","milliseconds":-1}""")]
    [InlineData("latency", """{"path":"*"}""")]
    [InlineData("profile", """{"early_query":"maybe"}""")]
    [InlineData("profile", """{"late_query":"strict"}""")]
    [InlineData("profile", """{"early_query":true}""")]
    [InlineData("complete", """{}""")]
    [InlineData("complete", """{"verify_token":"unknown","until":"noon"}""")]
    [InlineData("complete", """{"verify_token":"unknown"}""")]
    [InlineData("complete", """{"verify_token":null}""")]
    public async Task Nonsense_is_refused_with_what_is_allowed(string path, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var answer = await sandbox.Http.PostAsync("/_sandbox/" + path, new StringContent(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEqual("", (await Wire.JsonAsync(answer)).GetProperty("error").GetString());
        Assert.Equal(TimeSpan.Zero, sandbox.Clock.Offset);
    }

    [Theory]
    [InlineData("1001", "idcard/submit")]
    [InlineData("1004", "uploadMatchImage")]
    public async Task Completing_before_the_plans_first_step_says_which_step(string plan, string step)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync(plan);
        using var answer = await sandbox.Http.PostAsync("/_sandbox/complete", new StringContent($$"""{"verify_token":"{{token}}"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(step, (await Wire.JsonAsync(answer)).GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("GET", "/_sandbox/nothing")]
    [InlineData("DELETE", "/_sandbox/clock")]
    [InlineData("GET", "/_sandbox")]
    public async Task An_unknown_control_call_names_the_known_ones(string method, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var answer = await sandbox.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var known = (await Wire.JsonAsync(answer)).GetProperty("known").EnumerateArray().Select(call => call.GetString());
        Assert.Contains("POST complete", known);
    }

    [Theory]
    [InlineData("POST", "/rpc/2.0/brain/solution/faceprint/result/nothing")]
    [InlineData("GET", "/rpc/2.0/brain/solution/faceprint/result/getall")]
    [InlineData("POST", "/rest/2.0/face/v3/match")]
    [InlineData("GET", "/some/file.jpg")]
    public async Task An_unknown_vendor_path_gets_the_gateways_answer(string method, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var answer = await sandbox.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal("""{"error_code":3,"error_msg":"Unsupported openapi method"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_fault_inside_never_shows_its_stack()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var answer = await sandbox.Http.PostAsync(
            "/rpc/2.0/brain/solution/faceprint/result/getall", new StringContent("""{"verify_token":"\ud800"}"""));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("""{"error_code":""", body);
        Assert.DoesNotContain(" at ", body);
    }

    [Fact]
    public async Task The_start_page_lists_plans_credentials_and_control_calls()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var page = await sandbox.Http.GetStringAsync("/");
        Assert.All(["1001", "1007", "sandbox-api-key", "POST complete", "result/getall", "测试222351"], word => Assert.Contains(word, page));
    }
}
