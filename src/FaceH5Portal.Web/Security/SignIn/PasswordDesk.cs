using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>Sets a password, in the place of an older one; whoever is signed in elsewhere has to come again.</summary>
internal sealed class PasswordDesk(OwnAccount own, UserManager<Account> users, AccountSessions sessions)
{
    public async Task<Result<string>> SetAsync(HttpContext context, string password, string again)
    {
        if (password != again)
            return new PortalError("password-differs");
        if (password.Length > PasswordRules.Longest)
            return new PortalError("password-too-long", null, PasswordRules.Longest);
        var found = await own.FindAsync(context);
        if (!found.Ok)
            return found.Errors.ToList();
        var account = found.Value;
        account.PasswordHash = null;
        var set = await users.AddPasswordAsync(account, password);
        if (!set.Succeeded)
            return ErrorOf(set);
        await sessions.EndOthersAsync(account.Id, SignInClaims.SessionOf(context.User)!.Value, context.RequestAborted);
        return account.UsesCodes ? PortalRoutes.Account : PortalRoutes.AccountCodes;
    }

    private static PortalError ErrorOf(IdentityResult refused) => refused.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => new PortalError("password-too-short", null, PasswordRules.Shortest),
        PasswordRules.TooEasy => new PortalError("password-too-easy"),
        _ => new PortalError(PortalError.ChangedMeanwhile),
    };
}
