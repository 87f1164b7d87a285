using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.People;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>The secret of an authenticator app, sealed, and what is left of the recovery codes.</summary>
internal sealed partial class AccountStore : IUserAuthenticatorKeyStore<Account>, IUserTwoFactorStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        user.SealedCodeKey = seal.Seal(user.Id, key);
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.SealedCodeKey is { } held ? seal.Open(user.Id, held) : null);

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken)
    {
        user.UsesCodes = enabled;
        user.Note(enabled ? AuditAction.CodesSetUp : AuditAction.CodesRemoved);
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.UsesCodes);

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.RecoveryMarks = [.. recoveryCodes.Select(code => seal.MarkOf(user.Id, code))];
        user.Note(AuditAction.RecoveryCodesMade);
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var mark = seal.MarkOf(user.Id, code);
        if (!user.RecoveryMarks.Contains(mark))
            return Task.FromResult(false);
        user.RecoveryMarks = [.. user.RecoveryMarks.Except([mark])];
        user.Note(AuditAction.RecoveryCodeUsed);
        return Task.FromResult(true);
    }

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryMarks.Count);
}
