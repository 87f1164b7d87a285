using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaceH5Portal.Simulation.Tests.Oracles;

namespace FaceH5Portal.Simulation.Tests.Wires;

/// <summary>What persons do on the vendor's page, and the sandbox's own levers and books. No fault reaches these.</summary>
internal sealed class SandboxDesk(InProcessSandbox sandbox)
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>False where the vendor's page says no.</summary>
    public async Task<bool> TryAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, InProcessSandbox.Address + path) { Content = JsonContent.Create(body) };
        using var answer = await sandbox.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    public Task<bool> ControlAsync(string call, object body) => TryAsync("/_sandbox/" + call, body);

    public async Task<TruthBook> TruthAsync() => (await ReadAsync("truth")).Deserialize<TruthBook>(Snake)!;

    public async Task<IReadOnlyList<JournalLine>> CallsAsync() => (await ReadAsync("calls")).Deserialize<List<JournalLine>>(Snake)!;

    private async Task<JsonNode> ReadAsync(string call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{InProcessSandbox.Address}/_sandbox/{call}");
        using var answer = await sandbox.SendAsync(request);
        return (await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync()))!;
    }
}
