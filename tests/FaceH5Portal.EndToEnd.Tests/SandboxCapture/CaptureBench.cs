using System.Net.Http.Json;
using System.Text.Json;
using FaceH5Portal.Sandbox;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.EndToEnd.Tests.SandboxCapture;

/// <summary>A sandbox that stands alone, and the business that asks it.</summary>
internal sealed class CaptureBench : IAsyncDisposable
{
    private readonly SandboxServer sandbox;
    private readonly string accessToken;

    private CaptureBench(SandboxServer sandbox, HttpClient http, string accessToken) =>
        (this.sandbox, Http, this.accessToken) = (sandbox, http, accessToken);

    public HttpClient Http { get; }

    public static async Task<CaptureBench> StartAsync()
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxClock(TimeProvider.System), Directory.CreateTempSubdirectory("capture-").FullName, TimeSpan.FromSeconds(1));
        var http = new HttpClient { BaseAddress = sandbox.Address };
        var minted = await http.GetFromJsonAsync<JsonElement>(
            "/oauth/2.0/token?grant_type=client_credentials&client_id=sandbox-api-key&client_secret=sandbox-secret-key");
        return new(sandbox, http, minted.GetProperty("access_token").GetString()!);
    }

    public async Task<string> MintAsync(string plan)
    {
        var answer = await CallAsync("verifyToken/generate", new { plan_id = plan });
        return answer.GetProperty("result").GetProperty("verify_token").GetString()!;
    }

    /// <summary>A token whose person the business names beforehand.</summary>
    public async Task<string> MintForAsync(string plan, string name = "测试甲")
    {
        var token = await MintAsync(plan);
        await CallAsync("idcard/submit", new { verify_token = token, id_name = name, id_no = "110101199003070011" });
        return token;
    }

    public string PageOf(string token) =>
        new Uri(sandbox.Address, $"/face/print/?token={token}&successUrl={Target("passed")}&failedUrl={Target("failed")}").AbsoluteUri;

    public Task CompleteAsync(string token) => sandbox.CompleteAsync(token);

    public async Task<IReadOnlyList<JsonElement>> AttemptsAsync(string token) =>
        [.. (await ResultAsync("getall", token)).GetProperty("verify_result").EnumerateArray()];

    public async Task<JsonElement> ResultAsync(string query, string token)
    {
        var answer = await CallAsync("result/" + query, new { verify_token = token });
        return answer.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException(answer.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await sandbox.DisposeAsync();
    }

    // The start page answers any query, so it stands for both ends of the way back.
    private string Target(string end) => Uri.EscapeDataString(new Uri(sandbox.Address, "/?end=" + end).AbsoluteUri);

    private async Task<JsonElement> CallAsync(string call, object body)
    {
        using var answer = await Http.PostAsJsonAsync(
            $"/rpc/2.0/brain/solution/faceprint/{call}?access_token={accessToken}", body);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
