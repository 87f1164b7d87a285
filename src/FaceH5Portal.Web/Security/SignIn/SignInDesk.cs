using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>
/// The ways in. Whoever fails hears the same, whether the account is unknown, locked, switched off or the proof wrong,
/// and it takes the same work. Each way answers where to go next.
/// </summary>
internal sealed class SignInDesk(
    UserManager<Account> users, IPasswordHasher<Account> hasher, AccountBook book, AccountSessions sessions, AccountLinks links, PeopleClock clock)
{
    public static PortalError Failed { get; } = new("sign-in-failed");

    private static readonly Account Nobody = new() { Id = Guid.Empty, Login = "", Name = "", CreatedAtUtc = default };
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })).HashPassword(Nobody, "nobody's password"));

    public async Task<Result<string>> ByPasswordAsync(HttpContext context, string login, string password, string? returnTo)
    {
        if (password.Length > PasswordRules.Longest)
            return Failed;
        var account = await book.FindByLoginAsync(login, context.RequestAborted);
        var open = account is { IsActive: true, IsDemo: false, PasswordHash: not null } && !AccountLock.IsShut(account, clock.NowUtc);
        if (!await IsRightAsync(open ? account! : null, password))
            return await FailAsync(open ? account : null, context);
        if (!account!.UsesCodes)
            return await BeginAsync(context, account, SignInMethod.Password, PortalRoutes.Account);
        await SecondStep.BeginAsync(context, account.Id);
        return PortalRoutes.CodeFor(returnTo);
    }

    public async Task<Result<string>> ByCodeAsync(HttpContext context, string code, string? returnTo)
    {
        if (await SecondStep.FindAsync(context) is not { } id || await book.FindAsync(id, context.RequestAborted) is not { IsActive: true } account
            || AccountLock.IsShut(account, clock.NowUtc))
            return Failed;
        if (!await IsRightCodeAsync(account, code.Trim()))
            return await FailAsync(account, context);
        await SecondStep.EndAsync(context);
        return await BeginAsync(context, account, SignInMethod.PasswordAndCode, returnTo);
    }

    /// <summary>With a link of invitation: enough to set up how to sign in.</summary>
    public async Task<Result<string>> ByLinkAsync(HttpContext context, string code, string login, string name)
    {
        var redeemed = await links.RedeemAsync(code, login, name, context.RequestAborted);
        if (!redeemed.Ok)
            return redeemed.Errors.ToList();
        return await book.FindAsync(redeemed.Value, context.RequestAborted) is { } account
            ? await BeginAsync(context, account, SignInMethod.Link, PortalRoutes.Account) : Failed;
    }

    /// <summary>Somebody has proved who they are.</summary>
    public async Task<Result<string>> BeginAsync(HttpContext context, Account account, SignInMethod method, string? returnTo)
    {
        var begun = await sessions.BeginAsync(account.Id, method, DeviceName.Of(context.Request.Headers.UserAgent), context.RequestAborted);
        if (!begun.Ok)
            return begun.Errors.ToList();
        await context.SignInAsync(
            IdentityConstants.ApplicationScheme, SignInClaims.Principal(account.Id, begun.Value.Id, SignInClaims.SessionOf(context.User)));
        return LocalPath.Of(returnTo);
    }

    public async Task EndAsync(HttpContext context)
    {
        if (SignInClaims.SessionOf(context.User) is { } session && SignInClaims.AccountOf(context.User) is { } account)
            await sessions.EndAsync(account, session, context.RequestAborted);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public async Task<Result<string>> FailAsync(Account? account, HttpContext context)
    {
        await book.NoteFailureAsync(account, context.RequestAborted);
        return Failed;
    }

    private async Task<bool> IsRightAsync(Account? account, string password)
    {
        if (account is not null)
            return await users.CheckPasswordAsync(account, password);
        hasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
        return false;
    }

    private async Task<bool> IsRightCodeAsync(Account account, string code)
    {
        if (code.Length == 6 && code.All(char.IsAsciiDigit))
            return account.UsesCodes && await users.VerifyTwoFactorTokenAsync(account, TotpCodes.Provider, code);
        return (await users.RedeemTwoFactorRecoveryCodeAsync(account, code.ToUpperInvariant())).Succeeded;
    }
}
