using System.Net;
using System.Text.Json.Nodes;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class ApiDocumentTests(ApiPortal portal)
{
    [Fact]
    public async Task The_document_is_the_one_checked_in()
    {
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "openapi-v1.json")));
        Assert.True(JsonNode.DeepEquals(kept, await ServedAsync()),
            "The API changed. If that was meant, put what /openapi/v1.json answers into docs/openapi-v1.json.");
    }

    [Fact]
    public async Task Every_address_and_only_those_of_the_api_are_told()
    {
        var paths = (await ServedAsync())["paths"]!.AsObject();
        Assert.Equal(
            ["get /api/v1/photo-checks/{id}", "get /api/v1/sessions", "get /api/v1/sessions/{id}", "get /api/v1/sessions/{id}/evidence/{kind}", "post /api/v1/photo-checks", "post /api/v1/sessions", "post /api/v1/sessions/{id}/cancel", "post /api/v1/sessions/{id}/erase"],
            paths.SelectMany(path => path.Value!.AsObject().Select(call => $"{call.Key} {path.Key}")).Order(StringComparer.Ordinal));
        Assert.All(paths.SelectMany(path => path.Value!.AsObject()), call => Assert.NotNull(call.Value!["responses"]!["401"]));
    }

    [Fact]
    public async Task The_fields_of_a_session_are_those_that_integrators_were_promised()
    {
        var schemas = (await ServedAsync())["components"]!["schemas"]!;
        string[] session = ["id", "status", "outcome", "link", "linkExpiresAt", "reference", "purpose", "plan", "harvest", "review",
            "privacy", "createdAt", "windows", "attempts", "charges", "evidence"];
        Assert.Empty(session.Except(Fields(schemas, "SessionAnswer")));
        Assert.Equal(["order", "passed", "code", "message", "score", "threshold", "livenessScore", "riskLevel", "verifiedAt"], Fields(schemas, "AttemptAnswer"));
        Assert.Equal(["tokenUntil", "mediaUntil", "resultUntil"], Fields(schemas, "WindowsAnswer"));
        Assert.Equal(["type", "amount", "currency", "chargedAt", "state"], Fields(schemas, "ChargeAnswer"));
        Assert.Equal(["kind", "sha256", "bytes", "mediaType", "href"], Fields(schemas, "EvidenceAnswer"));
        Assert.Equal(["expected", "confirmed", "disputed", "reversed"], schemas["ChargeState"]!["enum"]!.AsArray().Select(word => word!.GetValue<string>()));
        Assert.Equal(Endpoints.Api.CreateSessionBody.Fields.Order(StringComparer.Ordinal), Fields(schemas, "CreateSessionBody").Order(StringComparer.Ordinal));
        Assert.Equal(Endpoints.Api.EraseSessionBody.Fields, Fields(schemas, "EraseSessionBody"));
        Assert.Equal(Endpoints.Api.CreatePhotoCheckBody.Fields.Order(StringComparer.Ordinal), Fields(schemas, "CreatePhotoCheckBody").Order(StringComparer.Ordinal));
        Assert.All(["CreateSessionBody", "EraseSessionBody", "CreatePhotoCheckBody"], body => Assert.False(schemas[body]!["additionalProperties"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task The_document_needs_no_key()
    {
        using var caller = portal.Call(null);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/openapi/v1.json")).Status);
    }

    private static IEnumerable<string> Fields(JsonNode schemas, string name) => schemas[name]!["properties"]!.AsObject().Select(field => field.Key);

    private async Task<JsonNode> ServedAsync()
    {
        using var caller = portal.Call(null);
        return JsonNode.Parse((await caller.GetAsync("/openapi/v1.json")).Text)!;
    }
}
