using System.Text.Json;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.State;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FaceH5Portal.Sandbox.Oauth;

/// <summary><c>/oauth/2.0/token</c>: clients in the wild put the parameters into the query, a form, or a form under a JSON content type.</summary>
internal sealed class AccessTokenEndpoint(SandboxState state, VendorDoor door, SandboxClock clock)
{
    private const long LifetimeSeconds = 2_592_000;
    private const string Scope = "public brain_all_scope brain_face_scope";
    private const string H5Scope = " brain_solution_faceprint";

    public async Task HandleAsync(HttpContext context)
    {
        var parameters = await ParametersAsync(context.Request, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        await door.HandleAsync(context, VendorPath.Token, () =>
        {
            var (status, body, journal) = Decide(parameters);
            return new Reply(status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(body, SandboxJson.Wire), journal);
        });
    }

    private (int Status, object Body, string Journal) Decide(Dictionary<string, StringValues> parameters)
    {
        string? Value(string name) => parameters.GetValueOrDefault(name);

        if (string.IsNullOrEmpty(Value("grant_type")))
            return Refuse(StatusCodes.Status400BadRequest, "invalid_request", "The request is missing a required parameter: grant_type");
        if (Value("grant_type") != "client_credentials")
            return Refuse(StatusCodes.Status400BadRequest, "unsupported_grant_type", "The authorization grant type is not supported");
        if (SandboxApp.All.FirstOrDefault(known => known.ApiKey == Value("client_id")) is not { } app)
            return Refuse(StatusCodes.Status401Unauthorized, "invalid_client", "unknown client id");
        if (app.SecretKey != Value("client_secret"))
            return Refuse(StatusCodes.Status401Unauthorized, "invalid_client", "Client authentication failed");
        return (StatusCodes.Status200OK, Issue(app), "success");
    }

    private object Issue(SandboxApp app)
    {
        var now = clock.GetUtcNow();
        var access = Shape("24", LifetimeSeconds, now, app);
        state.Exclusively(() =>
        {
            state.Save(new AccessToken(access, app.AppId, now.AddSeconds(LifetimeSeconds)));
            return access;
        });
        return new
        {
            RefreshToken = Shape("25", 315_360_000, now, app),
            ExpiresIn = LifetimeSeconds,
            SessionKey = VendorIds.Hex32(),
            AccessToken = access,
            Scope = app.HasH5 ? Scope + H5Scope : Scope,
            SessionSecret = VendorIds.Hex32(),
        };
    }

    private static string Shape(string kind, long seconds, DateTimeOffset now, SandboxApp app) =>
        $"{kind}.{VendorIds.Hex32()}.{seconds}.{now.AddSeconds(seconds).ToUnixTimeSeconds()}.282335-{app.AppId}";

    private static (int, object, string) Refuse(int status, string error, string description) =>
        (status, new { ErrorDescription = description, Error = error }, error);

    private static async Task<Dictionary<string, StringValues>> ParametersAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        var merged = QueryHelpers.ParseQuery(await reader.ReadToEndAsync(cancellationToken));
        foreach (var (name, value) in request.Query) merged[name] = value;
        return merged;
    }
}
