using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.People.SigningIn;

/// <summary>One person for each role, to try the portal with the sandbox. Their accounts and sessions are real; only the proof is a click.</summary>
public sealed class DemoPeople(PeopleWrites writes, PeopleClock clock, Entropy entropy)
{
    public async Task<Result<Guid>> FindOrMakeAsync(Role role, CancellationToken cancellationToken) => await writes.WriteAsync<Guid>(async write =>
    {
        var login = $"demo-{role}".ToLowerInvariant();
        if (await write.Set<Account>().SingleOrDefaultAsync(account => account.Login == login, cancellationToken) is { } known)
            return Revive(known);
        var made = new Account { Id = entropy.NewId(clock.Time), Login = login, Name = $"Demo {role}", CreatedAtUtc = clock.NowUtc, IsDemo = true, Roles = [role] };
        write.Set<Account>().Add(made);
        writes.Record(write, AuditAction.AccountCreated, made, role.ToString());
        return made.Id;
    }, cancellationToken);

    // Shut out by a start without the sandbox; with it they are back.
    private static Result<Guid> Revive(Account known)
    {
        if (!known.IsDemo)
            return new PortalError("login-taken");
        if (!known.IsActive)
            (known.IsActive, known.Version) = (true, known.Version + 1);
        return known.Id;
    }

    /// <summary>Where nobody may try the portal any more, the people of the trial are nobody. Answers how many there were.</summary>
    public async Task<Result<int>> ShutOutAsync(CancellationToken cancellationToken) => await writes.WriteAsync<int>(async write =>
    {
        var left = await write.Set<Account>().Where(account => account.IsDemo && account.IsActive).ToListAsync(cancellationToken);
        foreach (var account in left)
        {
            account.IsActive = false;
            account.Version++;
            await PeopleWrites.EndSessionsAsync(write, account.Id, null, clock.NowUtc, cancellationToken);
            writes.Record(write, Actor.System, AuditAction.AccountDeactivated, account);
        }
        return left.Count;
    }, cancellationToken);
}
