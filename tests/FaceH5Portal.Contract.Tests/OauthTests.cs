using System.Net;
using System.Text;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

public sealed class OauthTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>
{
    private const string Address = "/oauth/2.0/token";
    private const string Good = "grant_type=client_credentials&client_id=sandbox-api-key&client_secret=sandbox-secret-key";

    [Theory]
    [InlineData("POST", true, null, null)]
    [InlineData("POST", true, "{}", "application/json")]
    [InlineData("POST", false, Good, "application/x-www-form-urlencoded")]
    [InlineData("POST", false, Good, "application/json")]
    [InlineData("GET", true, null, null)]
    public async Task Every_form_seen_in_the_wild_gets_a_token(string method, bool inQuery, string? body, string? type)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), inQuery ? $"{Address}?{Good}" : Address);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, type!);
        using var answer = await sandbox.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var json = await ContractSandbox.JsonAsync(answer);
        Assert.Empty(Shape.Faults("oauth", json));
        Assert.Matches(@"^24\.[0-9a-f]{32}\.2592000\.[0-9]{10}\.[0-9]+-[0-9]+$", json.GetProperty("access_token").GetString());
        Assert.Matches(@"^25\.[0-9a-f]{32}\.315360000\.[0-9]{10}\.[0-9]+-[0-9]+$", json.GetProperty("refresh_token").GetString());
        Assert.Contains("brain_solution_faceprint", json.GetProperty("scope").GetString());
    }

    [Theory]
    [InlineData("grant_type=client_credentials&client_id=wrong&client_secret=x", 401, "invalid_client", "unknown client id")]
    [InlineData("grant_type=client_credentials&client_id=sandbox-api-key&client_secret=x", 401, "invalid_client", "Client authentication failed")]
    [InlineData("grant_type=password&client_id=sandbox-api-key", 400, "unsupported_grant_type", null)]
    [InlineData("client_id=sandbox-api-key", 400, "invalid_request", null)]
    public async Task A_refusal_says_why_in_the_vendors_words(string query, int status, string error, string? description)
    {
        using var answer = await sandbox.Http.GetAsync($"{Address}?{query}");
        var json = await ContractSandbox.JsonAsync(answer);
        Assert.Equal((status, error), ((int)answer.StatusCode, json.GetProperty("error").GetString()));
        if (description is not null) Assert.Equal(description, json.GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task An_app_without_the_solution_lacks_its_scope()
    {
        var json = await sandbox.Http.GetStringAsync($"{Address}?grant_type=client_credentials&client_id=sandbox-no-h5-api-key&client_secret=sandbox-no-h5-secret-key");
        Assert.DoesNotContain("brain_solution_faceprint", json);
    }
}
