using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace VendorStub;

/// <summary>Whom a token is about.</summary>
internal sealed record Submitted(string Name, string Number)
{
    private static readonly ConcurrentDictionary<string, Submitted> ByToken = new();

    public static async Task TakeAsync(HttpRequest request)
    {
        var body = await ReadAsync(request);
        ByToken[(string)body["verify_token"]!] = new Submitted((string)body["id_name"]!, (string)body["id_no"]!);
    }

    public static async Task<Submitted> OfAsync(HttpRequest request) => ByToken[(string)(await ReadAsync(request))["verify_token"]!];

    private static async Task<JsonNode> ReadAsync(HttpRequest request) => (await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted))!;
}
