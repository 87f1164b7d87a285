using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>Passkeys: the framework checks the proof, and a challenge is good for one answer.</summary>
internal sealed class PasskeyDesk(SignInManager<Account> manager, UserManager<Account> users, SignInDesk desk)
{
    /// <summary>For whoever comes; the passkey says who that is.</summary>
    public Task<string> AskAsync() => manager.MakePasskeyRequestOptionsAsync(null);

    public async Task<Result<string>> SignInAsync(HttpContext context, string credential, string? returnTo)
    {
        if (!await IsAwaitedAsync(context))
            return SignInDesk.Failed;
        var proof = await manager.PerformPasskeyAssertionAsync(credential);
        if (!proof.Succeeded || proof.User is not { IsActive: true, IsDemo: false } account)
            return await desk.FailAsync(null, context);
        // How often it was used tells a copy from the original.
        await users.AddOrUpdatePasskeyAsync(account, proof.Passkey);
        return await desk.BeginAsync(context, account, SignInMethod.Passkey, returnTo);
    }

    public Task<string> OfferAsync(Account account) => manager.MakePasskeyCreationOptionsAsync(
        new PasskeyUserEntity { Id = account.Id.ToString("N"), Name = account.Login, DisplayName = account.Name });

    public async Task<Result<Guid>> AddAsync(HttpContext context, Account account, string credential, string name)
    {
        if (!await IsAwaitedAsync(context))
            return new PortalError("passkey-refused");
        var proof = await manager.PerformPasskeyAttestationAsync(credential);
        if (!proof.Succeeded || proof.UserEntity.Id != account.Id.ToString("N"))
            return new PortalError("passkey-refused");
        proof.Passkey.Name = name.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, AccountRules.LongestName)] : DeviceName.Of(context.Request.Headers.UserAgent);
        return (await users.AddOrUpdatePasskeyAsync(account, proof.Passkey)).Succeeded ? account.Id : new PortalError("passkey-refused");
    }

    // Without a challenge under way the framework throws; for us it is an answer like any other.
    private static async Task<bool> IsAwaitedAsync(HttpContext context) =>
        (await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded;
}
