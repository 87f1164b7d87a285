using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.People;

/// <summary>Invites people, says what they may, and shuts them out. Whatever changes what somebody may ends their sessions.</summary>
public sealed class PeopleDesk(PeopleWrites writes, AccountLinks links, StepUp stepUp, PeopleClock clock, Entropy entropy)
{
    public async Task<Result<Invitation>> InviteAsync(Actor actor, string login, PersonTerms terms, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManagePeople) is { } denied)
            return denied;
        if (AccountRules.Check(login, terms.Name) is { Count: > 0 } wrong)
            return wrong;
        return await writes.WriteAsync<Invitation>(async write =>
        {
            var normal = AccountRules.Normal(login);
            if (await write.Set<Account>().AnyAsync(account => account.Login == normal, cancellationToken))
                return new PortalError("login-taken", "Login");
            var account = new Account { Id = entropy.NewId(clock.Time), Login = normal, Name = "", CreatedAtUtc = clock.NowUtc };
            Put(account, terms);
            if (Beyond(actor, account) is { } beyond)
                return beyond;
            write.Set<Account>().Add(account);
            writes.Record(write, actor, AuditAction.AccountCreated, account, RightsOf(account));
            return new Invitation(account.Id, await links.PutAsync(write, account.Id, cancellationToken));
        }, cancellationToken);
    }

    public Task<Result<Guid>> ChangeAsync(Actor actor, Guid id, int version, PersonTerms terms, CancellationToken cancellationToken) =>
        ActAsync(actor, id, AuditAction.AccountChanged, (_, account) =>
        {
            var wrong = account.Version != version ? new PortalError(PortalError.ChangedMeanwhile) : AccountRules.CheckName(terms.Name).FirstOrDefault();
            if (wrong is null)
                Put(account, terms);
            return Task.FromResult(wrong);
        }, cancellationToken);

    public Task<Result<Guid>> SwitchAsync(Actor actor, Guid id, bool active, CancellationToken cancellationToken) =>
        ActAsync(actor, id, active ? AuditAction.AccountActivated : AuditAction.AccountDeactivated, (_, account) =>
        {
            account.IsActive = active;
            return Task.FromResult<PortalError?>(null);
        }, cancellationToken);

    public Task<Result<Guid>> SignOutAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        ActAsync(actor, id, AuditAction.SignedOutEverywhere, (_, _) => Task.FromResult<PortalError?>(null), cancellationToken);

    /// <summary>For who lost what they sign in with: all of it is forgotten, and a link leads to something new.</summary>
    public async Task<Result<Invitation>> ResetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var code = "";
        var reset = await ActAsync(actor, id, AuditAction.CredentialsReset, async (write, account) =>
        {
            (account.PasswordHash, account.SealedCodeKey, account.UsesCodes, account.RecoveryMarks) = (null, null, false, []);
            AccountLock.Forgive(account);
            write.Set<Passkey>().RemoveRange(await write.Set<Passkey>().Where(passkey => passkey.AccountId == id).ToListAsync(cancellationToken));
            write.Set<BoundLogin>().RemoveRange(await write.Set<BoundLogin>().Where(login => login.AccountId == id).ToListAsync(cancellationToken));
            code = await links.PutAsync(write, id, cancellationToken);
            return account.IsDemo ? new PortalError("demo-untouched") : null;
        }, cancellationToken);
        return reset.Ok ? new Invitation(id, code) : reset.Errors.ToList();
    }

    private async Task<Result<Guid>> ActAsync(
        Actor actor, Guid id, AuditAction action, Func<PortalWrite, Account, Task<PortalError?>> act, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManagePeople) is { } denied)
            return denied;
        return await writes.WriteAsync<Guid>(async write =>
        {
            if (await write.Set<Account>().SingleOrDefaultAsync(account => account.Id == id, cancellationToken) is not { } account)
                return new PortalError(PortalError.NotFound);
            var (before, managed) = (RightsOf(account), Manages(account));
            if (Beyond(actor, account) is { } above)
                return above;
            if (await act(write, account) is { } refused)
                return refused;
            if (Beyond(actor, account) is { } beyond)
                return beyond;
            if (managed && !Manages(account) && !await IsManagedWithoutAsync(write, id, cancellationToken))
                return new PortalError("last-administrator");
            account.Version++;
            await PeopleWrites.EndSessionsAsync(write, id, null, clock.NowUtc, cancellationToken);
            writes.Record(write, actor, action, account, RightsOf(account) == before ? null : RightsOf(account));
            return id;
        }, cancellationToken);
    }

    // Nobody makes somebody, nor takes over somebody, who may more than they do themselves.
    private static PortalError? Beyond(Actor actor, Account account) =>
        account.PermissionsIn(account.Roles).Select(actor.Lacks).FirstOrDefault(lacking => lacking is not null);

    private static bool Manages(Account account) => account.IsActive && account.PermissionsIn(account.Roles).Contains(Permission.ManagePeople);

    /// <summary>Somebody has to stay who can let others in.</summary>
    private static async Task<bool> IsManagedWithoutAsync(PortalWrite write, Guid id, CancellationToken cancellationToken) =>
        (await write.Set<Account>().AsNoTracking().Where(account => account.Id != id && account.IsActive).ToListAsync(cancellationToken)).Exists(Manages);

    private static void Put(Account account, PersonTerms terms)
    {
        (account.Name, account.Roles) = (terms.Name.Trim(), [.. terms.Roles.Distinct().Order()]);
        (account.Granted, account.Withheld) = ([.. terms.Granted.Distinct().Order()], [.. terms.Withheld.Distinct().Order()]);
    }

    private static string RightsOf(Account account)
    {
        var words = account.Roles.Select(role => role.ToString())
            .Concat(account.Granted.Select(permission => $"+{permission}")).Concat(account.Withheld.Select(permission => $"-{permission}"));
        return string.Join(' ', words) is { Length: <= 256 } text ? text : $"{account.Roles.Count} roles, {account.Granted.Count} granted, {account.Withheld.Count} withheld";
    }
}
