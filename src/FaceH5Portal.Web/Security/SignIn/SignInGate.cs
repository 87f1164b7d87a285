using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Display;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>Stands before all that is the console's: nobody is sent to sign in, and who may not is told what is missing.</summary>
internal sealed class SignInGate(IActorSource actors) : IMiddleware
{
    // Data that no person is needed for: the API has its own gate, and a circuit asks with every act.
    private static readonly string[] Open = ["/api", "/openapi", "/preferences", "/_blazor", "/_framework"];

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var own = context.GetEndpoint()?.Metadata.GetMetadata<SignedInAttribute>() is not null;
        if (!own && !IsOfConsole(context))
        {
            await next(context);
            return;
        }
        var live = await actors.SessionOfAsync(context.User, context.RequestAborted);
        if (live is null)
            await AskToSignInAsync(context);
        else if (!own && !live.Session.Method.IsWhole())
            context.Response.Redirect(PortalRoutes.Account);
        else if (await MissingAsync(context) is { } denied)
            await context.RefuseAsync(denied);
        else
            await next(context);
    }

    private static bool IsOfConsole(HttpContext context) => PageKinds.Of(context) switch
    {
        PageKind.Console or PageKind.ConsoleCamera => true,
        PageKind.Data => !Array.Exists(Open, prefix => context.Request.Path.StartsWithSegments(prefix)),
        _ => false,
    };

    private static Task AskToSignInAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || PageKinds.Of(context) == PageKind.Data)
            return context.RefuseAsync(new PortalError("signed-out"));
        context.Response.Redirect(PortalRoutes.SignInFor(context.Request.Path + context.Request.QueryString));
        return Task.CompletedTask;
    }

    private async Task<PortalError?> MissingAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>() is { } needs
            ? (await actors.ActorOfAsync(context.User, context.RequestAborted)).Lacks(needs.Permission) : null;
}
