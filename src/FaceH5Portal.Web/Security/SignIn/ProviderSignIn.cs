using System.Security.Claims;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>
/// Signs in by the provider of the house. It opens only accounts that are here: one it is bound to, or one whose login is
/// the e-mail address that the provider has verified. An administrator is bound by themselves alone, while signed in.
/// </summary>
internal sealed class ProviderSignIn(PortalSettings settings, UserManager<Account> users, AccountBook book, SignInDesk desk, IActorSource actors, StepUp stepUp)
{
    public async Task<Result<string>> CompleteAsync(HttpContext context, string? returnTo)
    {
        var told = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (settings.SignIn.Oidc is not { } provider || told is not { Succeeded: true, Principal: { } person } || person.FindFirstValue("sub") is not { Length: > 0 } subject)
            return SignInDesk.Failed;
        if (!provider.IsEnough(person))
            return new PortalError("provider-too-weak");
        var login = new UserLoginInfo(provider.Authority.AbsoluteUri, subject, provider.Name);
        if (await users.FindByLoginAsync(login.LoginProvider, login.ProviderKey) is { } known)
            return await EnterAsync(context, known, returnTo);
        if (await actors.SessionOfAsync(context.User, context.RequestAborted) is { } live)
            return await BindOwnAsync(context, live, login);
        return await MatchAsync(person, context.RequestAborted) is { } matched
            ? await BindAsync(context, matched, login, returnTo) : await desk.FailAsync(null, context);
    }

    private async Task<Result<string>> BindOwnAsync(HttpContext context, LiveSession live, UserLoginInfo login)
    {
        if (live.Account.IsDemo)
            return new PortalError("demo-untouched");
        if (live.Session.Method.IsWhole() && stepUp.Lacks(live.ActorWithout([])) is { } stale)
            return stale;
        return await BindAsync(context, live.Account, login, PortalRoutes.Account);
    }

    private async Task<Account?> MatchAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (person.FindFirstValue("email_verified") is not ("true" or "True") || person.FindFirstValue("email") is not { Length: > 0 } email)
            return null;
        return await book.FindByLoginAsync(email, cancellationToken) is { IsDemo: false } account && !account.Roles.Contains(Role.Administrator)
            && !account.PermissionsIn(account.Roles).Contains(Permission.ManagePeople) ? account : null;
    }

    private async Task<Result<string>> BindAsync(HttpContext context, Account account, UserLoginInfo login, string? returnTo)
    {
        await users.AddLoginAsync(account, login);
        return await EnterAsync(context, account, returnTo);
    }

    private async Task<Result<string>> EnterAsync(HttpContext context, Account account, string? returnTo) =>
        account.IsActive ? await desk.BeginAsync(context, account, SignInMethod.Provider, returnTo) : await desk.FailAsync(null, context);
}
