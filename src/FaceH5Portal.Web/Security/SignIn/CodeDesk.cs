using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>What an authenticator app is told, once.</summary>
public sealed record CodeSecret(string Login, string Key)
{
    public override string ToString() => $"secret of {Login}";
}

/// <summary>Sets up an authenticator app: its secret counts once a code of it was given.</summary>
internal sealed class CodeDesk(OwnAccount own, UserManager<Account> users)
{
    private const int RecoveryCodes = 10;

    public static Uri AddressOf(CodeSecret secret) => new($"otpauth://totp/FaceH5Portal:{Uri.EscapeDataString(secret.Login)}?secret={secret.Key}&issuer=FaceH5Portal");

    /// <summary>Null while none was begun, and once it counts.</summary>
    public async Task<CodeSecret?> PendingAsync(HttpContext context) =>
        await own.FindAsync(context) is { Ok: true } found && found.Value is { UsesCodes: false, SealedCodeKey: not null } account ? await SecretOfAsync(account) : null;

    public async Task<Result<CodeSecret>> BeginAsync(HttpContext context)
    {
        var found = await own.FindAsync(context);
        if (!found.Ok)
            return found.Errors.ToList();
        var account = found.Value;
        if (account.PasswordHash is null)
            return new PortalError("codes-need-password");
        // An app that is replaced ends at once: whoever lost it shall not wait for the new one.
        account.UsesCodes = false;
        if (!(await users.ResetAuthenticatorKeyAsync(account)).Succeeded)
            return new PortalError(PortalError.ChangedMeanwhile);
        return await SecretOfAsync(account);
    }

    /// <summary>Answers the recovery codes.</summary>
    public async Task<Result<IReadOnlyList<string>>> ConfirmAsync(HttpContext context, string code)
    {
        var found = await own.FindAsync(context);
        if (!found.Ok)
            return found.Errors.ToList();
        var account = found.Value;
        if (account.UsesCodes || !await users.VerifyTwoFactorTokenAsync(account, TotpCodes.Provider, code.Trim()))
            return new PortalError("code-wrong");
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        if (codes is null || !(await users.SetTwoFactorEnabledAsync(account, true)).Succeeded)
            return new PortalError(PortalError.ChangedMeanwhile);
        var opened = await own.OpenedByAsync(context, account, SignInMethod.PasswordAndCode);
        return opened.Ok ? codes.ToList() : opened.Errors.ToList();
    }

    private async Task<CodeSecret> SecretOfAsync(Account account) => new(account.Login, (await users.GetAuthenticatorKeyAsync(account))!);
}
