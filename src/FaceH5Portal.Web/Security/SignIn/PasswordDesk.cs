using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>Sets a password, in the place of an older one; whoever is signed in elsewhere has to come again.</summary>
internal sealed class PasswordDesk(OwnAccount own, UserManager<Account> users, SignInDesk desk, AccountSessions sessions, PeopleClock clock)
{
    /// <summary>The old one is asked for where there is one; who has lost it is given a new link by an administrator.</summary>
    public async Task<Result<string>> SetAsync(HttpContext context, string? old, string password, string again)
    {
        if (password != again)
            return new PortalError("password-differs");
        if (password.Length > PasswordRules.Longest)
            return new PortalError("password-too-long", null, PasswordRules.Longest);
        var found = await own.FindAsync(context);
        if (!found.Ok)
            return found.Errors.ToList();
        var account = found.Value;
        if (account.PasswordHash is not null && !await IsOldAsync(account, old ?? "", context))
            return new PortalError("password-old-wrong");
        account.PasswordHash = null;
        var set = await users.AddPasswordAsync(account, password);
        if (!set.Succeeded)
            return ErrorOf(set);
        await sessions.EndOthersAsync(account.Id, SignInClaims.SessionOf(context.User)!.Value, context.RequestAborted);
        return account.UsesCodes ? PortalRoutes.Account : PortalRoutes.AccountCodes;
    }

    // Guessing here is guessing at the door: it counts, and shuts the account.
    private async Task<bool> IsOldAsync(Account account, string old, HttpContext context)
    {
        if (old.Length <= PasswordRules.Longest && !AccountLock.IsShut(account, clock.NowUtc) && await users.CheckPasswordAsync(account, old))
            return true;
        await desk.FailAsync(account, context);
        return false;
    }

    private static PortalError ErrorOf(IdentityResult refused) => refused.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => new PortalError("password-too-short", null, PasswordRules.Shortest),
        PasswordRules.TooEasy => new PortalError("password-too-easy"),
        PasswordRules.Leaked => new PortalError("password-leaked"),
        _ => new PortalError(PortalError.ChangedMeanwhile),
    };
}
