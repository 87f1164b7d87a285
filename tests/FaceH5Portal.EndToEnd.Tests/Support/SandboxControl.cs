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

    private async Task<IReadOnlyList<JsonElement>> CallsAsync() =>
        (await http.GetFromJsonAsync<List<JsonElement>>("/_sandbox/calls"))!;
}
