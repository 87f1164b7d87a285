using System.Text.Json;
using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.Oauth;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>Stands in front of the endpoints as the vendor's gateway does: route, access token, body.</summary>
internal sealed class FaceprintGateway(
    IEnumerable<IFaceprintEndpoint> endpoints, VendorDoor door, SandboxState state, BaseAddress baseAddress, SandboxClock clock)
{
    public const string Root = "/rpc/2.0/brain/solution/faceprint/";
    public const string OldSubmit = "/solution/faceprint/" + SubmitIdCard.Path;

    private const string AccessTokenName = "access_token";

    private readonly Dictionary<string, IFaceprintEndpoint> _endpoints = endpoints.ToDictionary(endpoint => endpoint.Name);

    public Task HandleAsync(HttpContext context, string name) => HandleAsync(context, name, Caller);

    /// <summary>Clients from before the gateway call the page's host; where they bring an access token it must be a good one.</summary>
    public Task HandleOldSubmitAsync(HttpContext context) => HandleAsync(context, SubmitIdCard.Path, request =>
        request.Query.ContainsKey(AccessTokenName) ? Caller(request) : (FaceprintCall.AnyApp, null));

    private async Task HandleAsync(HttpContext context, string name, Func<HttpRequest, (string AppId, FaceprintAnswer? Refusal)> caller)
    {
        using var body = await ParseAsync(context.Request);
        var token = body is null ? null : FaceprintCall.TextOf(body.RootElement, "verify_token");
        await door.HandleAsync(
            context, name, () => state.Exclusively(() => Answer(context.Request, name, body, caller).ToReply(state.Profile)), token);
    }

    private FaceprintAnswer Answer(
        HttpRequest request, string name, JsonDocument? body, Func<HttpRequest, (string AppId, FaceprintAnswer? Refusal)> caller)
    {
        if (!HttpMethods.IsPost(request.Method) || !_endpoints.TryGetValue(name, out var endpoint))
            return FaceprintAnswer.UnsupportedMethod();
        var (appId, refusal) = caller(request);
        if (refusal is not null) return refusal;
        return body is null || body.RootElement.ValueKind != JsonValueKind.Object
            ? FaceprintAnswer.Failure(ApiCode.BodyNotJson)
            : endpoint.Answer(new FaceprintCall(appId, body.RootElement, baseAddress.Of(request), clock.GetUtcNow()));
    }

    private (string AppId, FaceprintAnswer? Refusal) Caller(HttpRequest request)
    {
        if (request.Query[AccessTokenName].ToString() is not { Length: > 0 } presented) return ("", FaceprintAnswer.Gateway(ApiCode.InvalidParameter));
        if (state.AccessToken(presented) is not { } access) return ("", FaceprintAnswer.Gateway(ApiCode.AccessTokenInvalid));
        if (clock.GetUtcNow() >= access.Expires) return ("", FaceprintAnswer.Gateway(ApiCode.AccessTokenExpired));
        return (access.AppId, SandboxApp.Of(access.AppId).HasH5 ? null : FaceprintAnswer.Gateway(ApiCode.NoPermission));
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
