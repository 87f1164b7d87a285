using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>Passkeys, and the names under which a provider knows somebody.</summary>
internal sealed partial class AccountStore : IUserPasskeyStore<Account>, IUserLoginStore<Account>
{
    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        Must(await book.PutPasskeyAsync(user, new Passkey
        {
            CredentialId = passkey.CredentialId,
            AccountId = user.Id,
            Name = passkey.Name ?? "",
            PublicKey = passkey.PublicKey,
            CreatedAtUtc = passkey.CreatedAt.UtcDateTime,
            SignCount = passkey.SignCount,
            Transports = passkey.Transports ?? [],
            IsUserVerified = passkey.IsUserVerified,
            IsBackupEligible = passkey.IsBackupEligible,
            IsBackedUp = passkey.IsBackedUp,
            AttestationObject = passkey.AttestationObject,
            ClientDataJson = passkey.ClientDataJson,
        }, cancellationToken));

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await book.PasskeysAsync(user.Id, cancellationToken)).Select(Info)];

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => book.FindByPasskeyAsync(credentialId, cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await book.PasskeysAsync(user.Id, cancellationToken)).FirstOrDefault(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId)) is { } found ? Info(found) : null;

    public async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Must(await book.RemovePasskeyAsync(user, credentialId, cancellationToken));

    public async Task AddLoginAsync(Account user, UserLoginInfo login, CancellationToken cancellationToken) =>
        Must(await book.BindLoginAsync(user, login.LoginProvider, login.ProviderKey, cancellationToken));

    /// <summary>A reset by who manages people forgets them all.</summary>
    public Task RemoveLoginAsync(Account user, string loginProvider, string providerKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await book.BoundLoginsAsync(user.Id, cancellationToken)).Select(login => new UserLoginInfo(login.Provider, login.Subject, login.Provider))];

    public Task<Account?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        book.FindByBoundLoginAsync(loginProvider, providerKey, cancellationToken);

    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, new DateTimeOffset(passkey.CreatedAtUtc, TimeSpan.Zero), (uint)passkey.SignCount, [.. passkey.Transports],
        passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson)
    { Name = passkey.Name };

    // The framework hears of no error here, so the work breaks off.
    private static void Must<T>(Result<T> done)
    {
        if (!done.Ok)
            throw new InvalidOperationException($"Not stored: {done.Errors[0].Code}.");
    }
}
