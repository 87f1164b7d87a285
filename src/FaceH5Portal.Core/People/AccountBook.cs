using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.People;

/// <summary>Accounts as whoever checks a sign-in reads and saves them. What was noted on one is recorded as its own deed.</summary>
public sealed class AccountBook(PortalStore store, PeopleWrites writes, PeopleClock clock)
{
    public async Task<Account?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
    }

    public async Task<Account?> FindByLoginAsync(string login, CancellationToken cancellationToken)
    {
        var normal = AccountRules.Normal(login);
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Login == normal, cancellationToken);
    }

    public async Task<Account?> FindByBoundLoginAsync(string provider, string subject, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<BoundLogin>().Where(login => login.Provider == provider && login.Subject == subject)
            .Join(db.Set<Account>(), login => login.AccountId, account => account.Id, (_, account) => account)
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<BoundLogin>> BoundLoginsAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<BoundLogin>().AsNoTracking().Where(login => login.AccountId == accountId).ToListAsync(cancellationToken);
    }

    public async Task<Account?> FindByPasskeyAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<Passkey>().Where(passkey => passkey.CredentialId == credentialId)
            .Join(db.Set<Account>(), passkey => passkey.AccountId, account => account.Id, (_, account) => account)
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Passkey>> PasskeysAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.AccountId == accountId)
            .OrderBy(passkey => passkey.CreatedAtUtc).ToListAsync(cancellationToken);
    }

    /// <summary>Refused where somebody else saved it meanwhile.</summary>
    public async Task<Result<int>> SaveAsync(Account account, CancellationToken cancellationToken)
    {
        account.Version++;
        var saved = await writes.WriteAsync<int>(write =>
        {
            var entry = write.Set<Account>().Attach(account);
            entry.State = EntityState.Modified;
            entry.Property(a => a.Version).OriginalValue = account.Version - 1;
            RecordDeeds(write, account);
            return Task.FromResult<Result<int>>(account.Version);
        }, cancellationToken);
        if (saved.Ok)
            account.ForgetDeeds();
        else
            account.Version--;
        return saved;
    }

    /// <summary>Puts or replaces a passkey, with what was noted on its account.</summary>
    public Task<Result<Guid>> PutPasskeyAsync(Account account, Passkey passkey, CancellationToken cancellationToken) =>
        writes.WriteAsync<Guid>(async write =>
        {
            if (await write.Set<Passkey>().SingleOrDefaultAsync(known => known.CredentialId == passkey.CredentialId, cancellationToken) is { } known)
            {
                if (known.AccountId != account.Id)
                    return new PortalError("passkey-foreign");
                (known.Name, known.SignCount, known.IsUserVerified, known.IsBackedUp) = (passkey.Name, passkey.SignCount, passkey.IsUserVerified, passkey.IsBackedUp);
                return account.Id;
            }
            write.Set<Passkey>().Add(passkey);
            writes.Record(write, AuditAction.PasskeyAdded, account);
            return account.Id;
        }, cancellationToken);

    public Task<Result<Guid>> RemovePasskeyAsync(Account account, byte[] credentialId, CancellationToken cancellationToken) =>
        writes.WriteAsync<Guid>(async write =>
        {
            if (await write.Set<Passkey>().SingleOrDefaultAsync(known => known.CredentialId == credentialId && known.AccountId == account.Id, cancellationToken) is not { } known)
                return new PortalError(PortalError.NotFound);
            write.Set<Passkey>().Remove(known);
            writes.Record(write, AuditAction.PasskeyRemoved, account);
            return account.Id;
        }, cancellationToken);

    public Task<Result<Guid>> BindLoginAsync(Account account, string provider, string subject, CancellationToken cancellationToken) =>
        writes.WriteAsync<Guid>(write =>
        {
            write.Set<BoundLogin>().Add(new BoundLogin { Provider = provider, Subject = subject, AccountId = account.Id });
            writes.Record(write, AuditAction.LoginBound, account);
            return Task.FromResult<Result<Guid>>(account.Id);
        }, cancellationToken);

    /// <summary>A sign-in that came to nothing: recorded, known or not, so that both cost the same.</summary>
    public Task<Result<Guid>> NoteFailureAsync(Account? account, CancellationToken cancellationToken) =>
        writes.WriteAsync<Guid>(async write =>
        {
            writes.RecordFailure(write, account);
            if (account is null || await write.Set<Account>().SingleOrDefaultAsync(a => a.Id == account.Id, cancellationToken) is not { } stored)
                return Guid.Empty;
            if (AccountLock.Fail(stored, clock.NowUtc))
                writes.Record(write, AuditAction.AccountLocked, stored);
            return stored.Id;
        }, cancellationToken);

    private void RecordDeeds(PortalWrite write, Account account)
    {
        foreach (var deed in account.Deeds)
            writes.Record(write, deed, account);
    }
}
