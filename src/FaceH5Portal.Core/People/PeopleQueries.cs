using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.People;

/// <summary>The people of the console, for who manages them.</summary>
public sealed class PeopleQueries(PortalStore store, StepUp stepUp, SignInLimits limits, PeopleClock clock)
{
    public async Task<Result<IReadOnlyList<PersonView>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManagePeople) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await ViewsAsync(db, db.Set<Account>(), cancellationToken);
    }

    public async Task<Result<PersonView>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManagePeople) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var found = await ViewsAsync(db, db.Set<Account>().Where(account => account.Id == id), cancellationToken);
        return found is [var person] ? person : new PortalError(PortalError.NotFound);
    }

    /// <summary>For the person themselves.</summary>
    public async Task<WaysIn> WaysOfAsync(Account account, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return (await ViewsAsync(db, db.Set<Account>().Where(a => a.Id == account.Id), cancellationToken)) is [var person] ? person.Ways : new WaysIn(0, false, false, 0);
    }

    private async Task<List<PersonView>> ViewsAsync(PortalDbContext db, IQueryable<Account> accounts, CancellationToken cancellationToken)
    {
        var (now, rows) = (clock.NowUtc, await accounts.AsNoTracking().OrderBy(account => account.Login).ToListAsync(cancellationToken));
        var passkeys = (await db.Set<Passkey>().Select(passkey => passkey.AccountId).ToListAsync(cancellationToken)).ToLookup(id => id);
        var logins = (await db.Set<BoundLogin>().Select(login => login.AccountId).ToListAsync(cancellationToken)).ToLookup(id => id);
        var links = (await db.Set<AccountLink>().Where(link => link.ExpiresAtUtc > now).Select(link => link.AccountId).ToListAsync(cancellationToken)).ToHashSet();
        var seen = (await db.Set<AccountSession>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(session => session.AccountId);
        return [.. rows.Select(account => new PersonView(account,
            new WaysIn(passkeys[account.Id].Count(), account.PasswordHash is not null, account.UsesCodes, logins[account.Id].Count()),
            links.Contains(account.Id),
            seen[account.Id].Max(session => (DateTime?)session.SeenAtUtc),
            seen[account.Id].Count(session => session.EndedAtUtc is null && now < session.EndsAtUtc(limits))))];
    }
}
