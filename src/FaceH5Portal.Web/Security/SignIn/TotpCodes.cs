using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.People;
using Microsoft.AspNetCore.Identity;
using OtpNet;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>Codes of an authenticator app (RFC 6238). Each is taken once, also when two come at the same time.</summary>
internal sealed class TotpCodes(PeopleClock clock) : IUserTwoFactorTokenProvider<Account>
{
    public const string Provider = "Authenticator";

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.UsesCodes);

    /// <summary>The app makes them.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key)
            return false;
        var codes = new Totp(Base32Encoding.ToBytes(key));
        // A phone's clock may be off by half a minute.
        if (!codes.VerifyTotp(clock.NowUtc, token, out var step, new VerificationWindow(previous: 1, future: 1)) || step <= user.LastCodeStep)
            return false;
        user.LastCodeStep = step;
        return (await manager.UpdateAsync(user)).Succeeded;
    }
}
