using System.Net;
using System.Text;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class OauthTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("POST", Wire.Credentials, null, null)]
    [InlineData("POST", Wire.Credentials, "{}", "application/json")]
    [InlineData("POST", "", Wire.Credentials, Form)]
    [InlineData("POST", "", Wire.Credentials, "application/json")]
    [InlineData("POST", "grant_type=client_credentials", "client_id=sandbox-api-key&client_secret=sandbox-secret-key", Form)]
    [InlineData("GET", Wire.Credentials, null, null)]
    public async Task Every_form_seen_in_the_wild_is_taken(string method, string query, string? body, string? contentType)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/oauth/2.0/token?" + query);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, contentType!);
        using var answer = await sandbox.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_states_its_expiry_and_the_permission_for_the_solution()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var answer = await sandbox.Http.GetAsync("/oauth/2.0/token?" + Wire.Credentials);
        var body = await Wire.JsonAsync(answer);
        var parts = body.GetProperty("access_token").GetString()!.Split('.');
        Assert.Equal("24", parts[0]);
        Assert.Equal($"{RunningSandbox.Start.AddDays(30).ToUnixTimeSeconds()}", parts[3]);
        Assert.Equal(2_592_000, body.GetProperty("expires_in").GetInt32());
        Assert.Contains("brain_solution_faceprint", body.GetProperty("scope").GetString()!.Split(' '));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("grant_type=client_credentials&client_id=nobody&client_secret=sandbox-secret-key", 401, "invalid_client", "unknown client id")]
    [InlineData("grant_type=client_credentials&client_id=sandbox-api-key&client_secret=wrong", 401, "invalid_client", "Client authentication failed")]
    [InlineData("grant_type=password&client_id=sandbox-api-key", 400, "unsupported_grant_type", null)]
    [InlineData("client_id=sandbox-api-key", 400, "invalid_request", null)]
    public async Task Wrong_credentials_are_refused_in_the_vendors_words(string query, int status, string error, string? description)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var answer = await sandbox.Http.PostAsync("/oauth/2.0/token?" + query, content: null);
        var body = await Wire.JsonAsync(answer);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(error, body.GetProperty("error").GetString());
        if (description is not null) Assert.Equal(description, body.GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task A_new_token_leaves_the_old_one_valid_for_its_30_days()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = await Wire.AccessTokenAsync(sandbox.Http);
        await Wire.AccessTokenAsync(sandbox.Http);
        Assert.Equal(0, (await sandbox.CallAsync("verifyToken/generate", new { plan_id = 1001 }, first)).Code());
        sandbox.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(111, (await sandbox.CallAsync("verifyToken/generate", new { plan_id = 1001 }, first)).Code());
    }

    [Fact]
    public async Task An_unknown_access_token_is_110_and_none_is_100()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var unknown = await sandbox.CallAsync("result/getall", new { verify_token = "x" }, "24.unknown");
        Assert.Equal(110, unknown.Code());
        Assert.Equal("Access token invalid or no longer valid", unknown.GetProperty("error_msg").GetString());
        Assert.Equal(100, (await sandbox.CallAsync("result/getall", new { verify_token = "x" }, "")).Code());
    }
}
