using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Pages;

/// <summary>The published portal with its sandbox, set up as in production but for the vendor.</summary>
internal sealed class PortalUnderTest : IAsyncDisposable
{
    private const string Key = "a-key-for-this-benchmark-alone";

    private readonly HttpClient _http = new();
    private readonly Uri _sandbox;

    private PortalUnderTest(StubProcess process, Uri sandbox)
    {
        (Process, _sandbox) = (process, sandbox);
        _http.BaseAddress = process.Address;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public StubProcess Process { get; }

    /// <param name="program">Where it was published to.</param>
    /// <param name="folder">For everything it keeps.</param>
    /// <param name="environment">In Development an operator of the demonstration looks at the console; elsewhere somebody would have to be invited.</param>
    public static async Task<PortalUnderTest> StartAsync(string program, string folder, string environment = "Staging")
    {
        // Named otherwise than the portal, whose line about listening is the one that is waited for.
        var sandbox = new Uri($"http://localhost:{Ports.Free()}");
        var process = await StubProcess.StartAsync(new Stub("portal", program, [.. Settings(folder, sandbox, environment).Select(setting => $"--{setting.Key}={setting.Value}")]));
        return new PortalUnderTest(process, sandbox);
    }

    /// <summary>A link for somebody, of whom nothing is known unless they are named.</summary>
    public async Task<Uri> InviteAsync(string plan = "1001", string? name = "测试甲")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sessions")
        {
            Content = JsonContent.Create(new { plan, name, idNumber = name is null ? null : "110101199003070011" }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var created = (await _http.SendAsync(request)).EnsureSuccessStatusCode();
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var seen = await _http.GetFromJsonAsync<JsonElement>($"/api/v1/sessions/{id}");
        return new Uri(Process.Address, new Uri(seen.GetProperty("link").GetString()!).AbsolutePath);
    }

    public Task CompleteAsync(string verifyToken) => ControlAsync("complete", new { verify_token = verifyToken });

    /// <summary>From now on nobody gets a result.</summary>
    public Task BreakAsync() => ControlAsync("faults", new { path = "result/getall", kind = "http500", count = 100_000 });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Process.DisposeAsync();
    }

    private async Task ControlAsync(string call, object body) =>
        (await _http.PostAsJsonAsync(new Uri(_sandbox, $"/_sandbox/{call}"), body)).EnsureSuccessStatusCode().Dispose();

    private static Dictionary<string, string> Settings(string folder, Uri sandbox, string environment) => new()
    {
        ["environment"] = environment,
        ["Urls"] = "http://127.0.0.1:0",
        ["Vendors:Environment"] = "Sandbox",
        ["Sandbox:Url"] = sandbox.GetLeftPart(UriPartial.Authority),
        // Whoever asks a thousand times is refused otherwise, and the refusal would be measured.
        ["Portal:RateLimits:UnknownPerAddress"] = "1000000",
        ["Portal:RateLimits:PerAddress"] = "1000000",
        ["Portal:RateLimits:PerLink"] = "1000000",
        ["Portal:DataDirectory"] = folder,
        ["Portal:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["ConnectionStrings:Portal"] = $"Data Source={Path.Combine(folder, "portal.db")}",
        ["Api:Keys:0:Name"] = "benchmark",
        ["Api:Keys:0:Key"] = Key,
        ["Api:Keys:0:Permissions"] = "SeeSessions,CreateSessions",
    };
}
