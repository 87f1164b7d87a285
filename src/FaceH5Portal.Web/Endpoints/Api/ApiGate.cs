using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Http.Features;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Lets in who has a key, as its actor. No cookie counts here.</summary>
internal sealed partial class ApiGate(ApiKeys keys, ILogger<ApiGate> logger) : IMiddleware
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (KeyOf(context.Request) is not { } key)
        {
            await RefuseAsync(context, "Bearer realm=\"FaceH5Portal\"", "api-key-missing");
            return;
        }
        if (await keys.ActorOfAsync(key, context.RequestAborted) is not { } actor)
        {
            Log.UnknownKey(logger);
            await RefuseAsync(context, "Bearer realm=\"FaceH5Portal\", error=\"invalid_token\"", "api-key-unknown");
            return;
        }
        context.Features.Set(actor);
        await next(context);
    }

    private static string? KeyOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && value[Scheme.Length..].Trim() is { Length: > 0 } key ? key : null;

    private static Task RefuseAsync(HttpContext context, string challenge, string code)
    {
        context.Response.Headers.WWWAuthenticate = challenge;
        return new ProblemAnswer(code == "api-key-missing" ? new PortalError("api-key-missing") : new PortalError("api-key-unknown"))
            .ExecuteAsync(context);
    }

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Warning, "A call of the integration API came with a key that nobody was given.")]
        public static partial void UnknownKey(ILogger logger);
    }
}

internal static class ApiActor
{
    /// <summary>Whose key the call came with; the gate has seen to it.</summary>
    public static Actor Actor(this HttpContext context) => context.Features.GetRequiredFeature<Actor>();
}
