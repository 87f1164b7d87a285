using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.People.SigningIn;

/// <summary>Makes links of invitation and takes them back. Only a hash is kept, and a new link ends the older ones.</summary>
public sealed class AccountLinks(PortalStore store, PeopleWrites writes, AuditTrail audit, PeopleClock clock, Entropy entropy)
{
    /// <summary>A code for the first administrator while nobody who could manage people can sign in; else null.</summary>
    public async Task<Result<string?>> FirstAsync(CancellationToken cancellationToken) => await writes.WriteAsync<string?>(async write =>
    {
        if (await HasAdministratorAsync(write, cancellationToken))
            return (string?)null;
        audit.Record(write, Actor.System, AuditAction.FirstLinkMade, "people");
        return await PutAsync(write, null, cancellationToken);
    }, cancellationToken);

    /// <summary>Whom a code would let in. The value is null for the first administrator; an error tells nothing but that it is none.</summary>
    public async Task<Result<Account?>> LookAsync(string code, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        if (await LiveAsync(db.Set<AccountLink>(), code, cancellationToken) is not { } link)
            return new PortalError("link-unknown");
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == link.AccountId, cancellationToken);
    }

    /// <summary>Uses a code up, and makes the first administrator where it is theirs.</summary>
    public async Task<Result<Guid>> RedeemAsync(string code, string login, string name, CancellationToken cancellationToken) => await writes.WriteAsync<Guid>(async write =>
    {
        if (await LiveAsync(write.Set<AccountLink>(), code, cancellationToken) is not { } link)
            return new PortalError("link-unknown");
        if (link.AccountId is { } invited)
        {
            write.Set<AccountLink>().Remove(link);
            return invited;
        }
        if (AccountRules.Check(login, name) is { Count: > 0 } wrong)
            return wrong;
        var normal = AccountRules.Normal(login);
        if (await write.Set<Account>().AnyAsync(account => account.Login == normal, cancellationToken))
            return new PortalError("login-taken", "Login");
        var first = new Account
        {
            Id = entropy.NewId(clock.Time),
            Login = normal,
            Name = name.Trim(),
            CreatedAtUtc = clock.NowUtc,
            Roles = [Role.Administrator],
        };
        write.Set<AccountLink>().Remove(link);
        write.Set<Account>().Add(first);
        writes.Record(write, AuditAction.AccountCreated, first, nameof(Role.Administrator));
        return first.Id;
    }, cancellationToken);

    /// <summary>The code of a new link, in whose place the older ones end.</summary>
    internal async Task<string> PutAsync(PortalWrite write, Guid? accountId, CancellationToken cancellationToken)
    {
        write.Set<AccountLink>().RemoveRange(await write.Set<AccountLink>().Where(link => link.AccountId == accountId).ToListAsync(cancellationToken));
        var code = entropy.NewSecret();
        write.Set<AccountLink>().Add(new AccountLink
        {
            Id = entropy.NewId(clock.Time),
            CodeHash = Hash(code),
            AccountId = accountId,
            ExpiresAtUtc = clock.NowUtc + SignInLimits.LinkLife,
        });
        return code;
    }

    private async Task<AccountLink?> LiveAsync(IQueryable<AccountLink> links, string code, CancellationToken cancellationToken)
    {
        if (!Entropy.HasShapeOfSecret(code))
            return null;
        var (hash, now) = (Hash(code), clock.NowUtc);
        return await links.SingleOrDefaultAsync(link => link.CodeHash == hash && link.ExpiresAtUtc > now, cancellationToken);
    }

    private static async Task<bool> HasAdministratorAsync(PortalWrite write, CancellationToken cancellationToken)
    {
        var (passkeys, logins) = (write.Set<Passkey>(), write.Set<BoundLogin>());
        var able = await write.Set<Account>().AsNoTracking().Where(account => account.IsActive && !account.IsDemo
                && ((account.PasswordHash != null && account.UsesCodes)
                || passkeys.Any(passkey => passkey.AccountId == account.Id)
                || logins.Any(login => login.AccountId == account.Id)))
            .ToListAsync(cancellationToken);
        return able.Exists(account => account.PermissionsIn(account.Roles).Contains(Permission.ManagePeople));
    }

    // 128 random bits need no salt.
    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
