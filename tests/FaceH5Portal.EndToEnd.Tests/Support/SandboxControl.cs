using System.Net.Http.Json;
using System.Text.Json;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>Asks the sandbox what it saw.</summary>
internal sealed class SandboxControl(Uri sandbox) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = sandbox };

    public void Dispose() => http.Dispose();

    /// <summary>The vendor's paths in the order they were called.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync() =>
        [.. (await CallsAsync()).Select(call => call.GetProperty("path").GetString()!)];

    public async Task<IReadOnlyList<string>> VerifyTokensAsync() =>
    [
        .. (await CallsAsync()).Select(call => call.GetProperty("verify_token"))
            .Where(token => token.ValueKind == JsonValueKind.String).Select(token => token.GetString()!).Distinct(),
    ];

    public async Task<int> MintedAsync() => (await PathsAsync()).Count(path => path.EndsWith("verifyToken/generate", StringComparison.Ordinal));

    /// <summary>The person goes through the capture, without its page.</summary>
    public Task CompleteAsync(string verifyToken) => ControlAsync("complete", new { verify_token = verifyToken });

    /// <summary>How the next attempt of a token is to end.</summary>
    public Task ScriptAsync(string verifyToken, object attempt) => ControlAsync("script", new { verify_token = verifyToken, attempts = new[] { attempt } });

    public Task AdvanceAsync(TimeSpan by) => ControlAsync("clock", new { advance = by.ToString() });

    /// <summary>From now on the vendor answers a path with a fault.</summary>
    public Task BreakAsync(string path, string kind = "http500", int count = 100_000) => ControlAsync("faults", new { path, kind, count });

    /// <summary>How the vendor tells what it has charged.</summary>
    public Task TellChargesAsync(string how) => ControlAsync("profile", new { charges = how });

    private async Task ControlAsync(string call, object body) =>
        (await http.PostAsJsonAsync($"/_sandbox/{call}", body)).EnsureSuccessStatusCode().Dispose();

    private async Task<IReadOnlyList<JsonElement>> CallsAsync() =>
        (await http.GetFromJsonAsync<List<JsonElement>>("/_sandbox/calls"))!;
}
