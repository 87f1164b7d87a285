using System.Text.Json;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>Stands in front of the endpoints as the vendor's gateway does: route, access token, body, and the journal of it all.</summary>
internal sealed class FaceprintGateway(
    IEnumerable<IFaceprintEndpoint> endpoints, SandboxState state, BaseAddress baseAddress, SandboxClock clock)
{
    public const string Root = "/rpc/2.0/brain/solution/faceprint/";

    private readonly Dictionary<string, IFaceprintEndpoint> _endpoints = endpoints.ToDictionary(endpoint => endpoint.Name);

    public async Task<IResult> HandleAsync(HttpContext context, string? name)
    {
        using var body = await ParseAsync(context.Request);
        var answer = state.Exclusively(() =>
        {
            var answered = Answer(context.Request, name, body);
            var token = answered.Minted ?? (body is null ? null : FaceprintCall.TextOf(body.RootElement, "verify_token"));
            state.Record(new VendorCall(clock.GetUtcNow(), context.Request.Path, token, answered.Journal));
            return answered;
        });
        return SandboxJson.Answer(answer.Body);
    }

    private FaceprintAnswer Answer(HttpRequest request, string? name, JsonDocument? body)
    {
        if (!HttpMethods.IsPost(request.Method) || !_endpoints.TryGetValue(name ?? "", out var endpoint))
            return FaceprintAnswer.UnsupportedMethod();
        var now = clock.GetUtcNow();
        if (request.Query["access_token"].ToString() is not { Length: > 0 } presented)
            return FaceprintAnswer.Gateway(100, "Invalid parameter");
        if (state.AccessToken(presented) is not { } access)
            return FaceprintAnswer.Gateway(110, "Access token invalid or no longer valid");
        if (now >= access.Expires) return FaceprintAnswer.Gateway(111, "Access token expired");
        if (body is null || body.RootElement.ValueKind != JsonValueKind.Object)
            return FaceprintAnswer.Failure(283513, "请求体不是合法的 JSON");
        return endpoint.Answer(new FaceprintCall(access.AppId, body.RootElement, baseAddress.Of(request), now));
    }

    private static async Task<JsonDocument?> ParseAsync(HttpRequest request)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, SandboxJson.Lenient, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
