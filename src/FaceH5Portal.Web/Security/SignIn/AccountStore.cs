using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>Lets the framework's managers work on our accounts. What they change passes the one door and is in the audit.</summary>
internal sealed partial class AccountStore(AccountBook book, AccountSeal seal) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>
{
    public void Dispose()
    {
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("N"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    // A login is chosen once, and is normal from then on.
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>People come by invitation alone.</summary>
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Who is gone is switched off: the audit names them.</summary>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => Told(await book.SaveAsync(user, cancellationToken));

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParseExact(userId, "N", out var id) ? await book.FindAsync(id, cancellationToken) : null;

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => book.FindByLoginAsync(normalizedUserName, cancellationToken);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        user.Note(AuditAction.PasswordChanged);
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    private static IdentityResult Told<T>(Result<T> done) =>
        done.Ok ? IdentityResult.Success : IdentityResult.Failed([.. done.Errors.Select(error => new IdentityError { Code = error.Code, Description = error.Code })]);
}
