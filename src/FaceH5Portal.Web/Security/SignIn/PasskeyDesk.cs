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
        var proof = await AnswerAsync(context, () => manager.PerformPasskeyAssertionAsync(credential));
        if (proof is null || !proof.Succeeded || proof.User is not { IsActive: true, IsDemo: false } account)
            return await desk.FailAsync(null, context);
        // How often it was used tells a copy from the original.
        await users.AddOrUpdatePasskeyAsync(account, proof.Passkey);
        return await desk.BeginAsync(context, account, SignInMethod.Passkey, returnTo);
    }

    public Task<string> OfferAsync(Account account) => manager.MakePasskeyCreationOptionsAsync(
        new PasskeyUserEntity { Id = account.Id.ToString("N"), Name = account.Login, DisplayName = account.Name });

    public async Task<Result<Guid>> AddAsync(HttpContext context, Account account, string credential, string name)
    {
        var proof = await AnswerAsync(context, () => manager.PerformPasskeyAttestationAsync(credential));
        if (proof is null || !proof.Succeeded || proof.UserEntity.Id != account.Id.ToString("N"))
            return new PortalError("passkey-refused");
        proof.Passkey.Name = name.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, AccountRules.LongestName)] : DeviceName.Of(context.Request.Headers.UserAgent);
        return (await users.AddOrUpdatePasskeyAsync(account, proof.Passkey)).Succeeded ? account.Id : new PortalError("passkey-refused");
    }

    // Without a challenge under way, or with one of the other kind, the framework throws; for us that is no proof.
    private static async Task<T?> AnswerAsync<T>(HttpContext context, Func<Task<T>> answer) where T : class
    {
        if (!(await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded)
            return null;
        try
        {
            return await answer();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
