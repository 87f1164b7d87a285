using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.People.SigningIn;

/// <summary>Begins, watches and ends sessions. Only what is stored here counts, whatever a cookie says.</summary>
public sealed class AccountSessions(PortalStore store, PeopleWrites writes, SessionMemory memory, SignInLimits limits, PeopleClock clock, Entropy entropy)
{
    // A click a second need not be a write a second.
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    // Longer than any session may last.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Failed attempts before it are forgiven once a session is whole.</summary>
    public Task<Result<AccountSession>> BeginAsync(
        Guid accountId, SignInMethod method, string device, CancellationToken cancellationToken) => writes.WriteAsync<AccountSession>(async write =>
        {
            if (await write.Set<Account>().SingleOrDefaultAsync(account => account.Id == accountId && account.IsActive, cancellationToken) is not { } account)
                return new PortalError("sign-in-failed");
            if (account.FailedAttempts > 0 && method.IsWhole())
            {
                AccountLock.Forgive(account);
                account.Version++;
            }
            await ForgetOldAsync(write, accountId, cancellationToken);
            var session = new AccountSession
            {
                Id = entropy.NewId(clock.Time),
                AccountId = accountId,
                Method = method,
                Device = device.Length > AccountSessionConfiguration.LongestDevice ? device[..AccountSessionConfiguration.LongestDevice] : device,
                BegunAtUtc = clock.NowUtc,
                SeenAtUtc = clock.NowUtc,
            };
            write.Set<AccountSession>().Add(session);
            writes.Record(write, AuditAction.SignedIn, account, method.ToString());
            return session;
        }, cancellationToken);

    /// <summary>Null when it is over, unknown, or of somebody who was switched off.</summary>
    public async Task<LiveSession?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await memory.FindAsync(id, () => ReadAsync(id, cancellationToken)) is { } live && clock.NowUtc < live.Session.EndsAtUtc(limits) ? live : null;

    /// <summary>The same, and it counts as use.</summary>
    public async Task<LiveSession?> UseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } live)
            return null;
        if (clock.NowUtc - live.Session.SeenAtUtc >= SeenStep)
            await SeeAsync(live.Session, cancellationToken);
        return live;
    }

    public DateTime EndOf(LiveSession live) => live.Session.EndsAtUtc(limits);

    public async Task<IReadOnlyList<AccountSession>> ListAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var open = await db.Set<AccountSession>().AsNoTracking().Where(session => session.AccountId == accountId && session.EndedAtUtc == null)
            .OrderByDescending(session => session.BegunAtUtc).ToListAsync(cancellationToken);
        return [.. open.Where(session => clock.NowUtc < session.EndsAtUtc(limits))];
    }

    /// <summary>One of the person's own; another's is as good as none.</summary>
    public Task<Result<Guid>> EndAsync(Guid accountId, Guid id, CancellationToken cancellationToken) => writes.WriteAsync<Guid>(async write =>
    {
        if (await OpenAsync(write, id, cancellationToken) is not { } session || session.AccountId != accountId)
            return new PortalError(PortalError.NotFound);
        session.EndedAtUtc = clock.NowUtc;
        writes.Record(write, AuditAction.SignedOut, await write.Set<Account>().SingleAsync(account => account.Id == accountId, cancellationToken));
        return id;
    }, cancellationToken);

    /// <summary>
    /// The one that was the browser's until it signed in anew. It ends once the browser has come with the new one: ended
    /// before, a page that is still open would be loaded anew with the old one, and its person asked to sign in.
    /// </summary>
    public async Task EndReplacedAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is null)
            return;
        await writes.WriteAsync<Guid>(async write =>
        {
            if (await OpenAsync(write, id, cancellationToken) is not { } session)
                return new PortalError(PortalError.NotFound);
            session.EndedAtUtc = clock.NowUtc;
            return id;
        }, cancellationToken);
    }

    /// <summary>All of the person's own but the one they look from.</summary>
    public Task<Result<int>> EndOthersAsync(Guid accountId, Guid except, CancellationToken cancellationToken) => writes.WriteAsync<int>(async write =>
    {
        var ended = await PeopleWrites.EndSessionsAsync(write, accountId, except, clock.NowUtc, cancellationToken);
        if (ended > 0)
            writes.Record(write, AuditAction.SignedOutEverywhere, await write.Set<Account>().SingleAsync(account => account.Id == accountId, cancellationToken));
        return ended;
    }, cancellationToken);

    // The audit remembers; the list of sessions need not.
    private async Task ForgetOldAsync(PortalWrite write, Guid accountId, CancellationToken cancellationToken)
    {
        var bound = clock.NowUtc - Kept;
        write.Set<AccountSession>().RemoveRange(await write.Set<AccountSession>()
            .Where(session => session.AccountId == accountId && session.BegunAtUtc < bound).ToListAsync(cancellationToken));
    }

    private static Task<AccountSession?> OpenAsync(PortalWrite write, Guid id, CancellationToken cancellationToken) =>
        write.Set<AccountSession>().SingleOrDefaultAsync(session => session.Id == id && session.EndedAtUtc == null, cancellationToken);

    private async Task SeeAsync(AccountSession session, CancellationToken cancellationToken)
    {
        session.SeenAtUtc = clock.NowUtc;
        // Not through the memory: that somebody clicked changes nothing for anybody.
        await store.WriteAsync<Guid>(async write =>
        {
            if (await OpenAsync(write, session.Id, cancellationToken) is { } stored)
                stored.SeenAtUtc = clock.NowUtc;
            return session.Id;
        }, cancellationToken);
    }

    private async Task<LiveSession?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var found = await db.Set<AccountSession>().Where(session => session.Id == id && session.EndedAtUtc == null)
            .Join(db.Set<Account>().Where(account => account.IsActive), session => session.AccountId, account => account.Id, (session, account) => new { session, account })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new LiveSession(found.session, found.account);
    }
}
