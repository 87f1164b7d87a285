using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Display;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>The account of whoever is here, for whoever changes how they sign in.</summary>
internal sealed class OwnAccount(IActorSource actors, AccountBook book, SignInDesk desk, StepUp stepUp)
{
    /// <summary>Refused while the proof of who it is lies too long back; who is only setting up has given none yet.</summary>
    public async Task<Result<Account>> FindAsync(HttpContext context)
    {
        if (await actors.SessionOfAsync(context.User, context.RequestAborted) is not { } live)
            return new PortalError("signed-out");
        if (live.Account.IsDemo)
            return new PortalError("demo-untouched");
        if (live.Session.Method.IsWhole() && stepUp.Lacks(live.ActorWithout([])) is { } stale)
            return stale;
        return await book.FindAsync(live.Account.Id, context.RequestAborted) is { } account ? account : new PortalError("signed-out");
    }

    /// <summary>Who was only setting up is in with the first whole way they have.</summary>
    public async Task<Result<string>> OpenedByAsync(HttpContext context, Account account, SignInMethod method) =>
        await actors.SessionOfAsync(context.User, context.RequestAborted) is { } live && live.Session.Method.IsWhole()
            ? PortalRoutes.Account : await desk.BeginAsync(context, account, method, PortalRoutes.Account);
}
