using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.People.Keys;

/// <summary>Makes, replaces and revokes keys of the integration API.</summary>
public sealed class KeyDesk(PortalStore store, AuditTrail audit, StepUp stepUp, ReservedKeyNames reserved, PeopleClock clock, Entropy entropy)
{
    public const string Topic = "api-key";

    public async Task<Result<IReadOnlyList<IssuedKey>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManageKeys) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<IssuedKey>().AsNoTracking().OrderBy(key => key.Name).ThenByDescending(key => key.CreatedAtUtc).ToListAsync(cancellationToken);
    }

    public async Task<Result<MadeKey>> CreateAsync(Actor actor, NewKey wanted, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManageKeys) is { } denied)
            return denied;
        if (KeyRules.Check(wanted, clock.NowUtc) is { Count: > 0 } wrong)
            return wrong;
        if (Beyond(actor, wanted.Permissions) is { } beyond)
            return beyond;
        return await store.WriteAsync<MadeKey>(async write =>
        {
            if (reserved.Names.Contains(wanted.Name) || await write.Set<IssuedKey>().AnyAsync(key => key.Name == wanted.Name, cancellationToken))
                return new PortalError("key-name-taken", "Name");
            return Put(write, actor, AuditAction.KeyCreated, wanted);
        }, cancellationToken);
    }

    /// <summary>A new key in the place of one, which goes on until a chosen time, so that a program can be moved without a gap.</summary>
    public async Task<Result<MadeKey>> RotateAsync(Actor actor, Guid id, DateTime oldUntilUtc, DateTime newUntilUtc, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManageKeys) is { } denied)
            return denied;
        if (KeyRules.CheckEnd(newUntilUtc, clock.NowUtc) is { } wrong)
            return wrong;
        return await store.WriteAsync<MadeKey>(async write =>
        {
            if (await FindAsync(write, id, cancellationToken) is not { } old)
                return new PortalError(PortalError.NotFound);
            if (!old.IsLive(clock.NowUtc))
                return new PortalError("key-over");
            if (Beyond(actor, old.Permissions) is { } beyond)
                return beyond;
            if (oldUntilUtc < old.ExpiresAtUtc)
                old.ExpiresAtUtc = oldUntilUtc;
            return Put(write, actor, AuditAction.KeyRotated, new NewKey(old.Name, old.Permissions, newUntilUtc));
        }, cancellationToken);
    }

    public async Task<Result<Guid>> RevokeAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManageKeys) is { } denied)
            return denied;
        return await store.WriteAsync<Guid>(async write =>
        {
            if (await FindAsync(write, id, cancellationToken) is not { } key)
                return new PortalError(PortalError.NotFound);
            if (key.RevokedAtUtc is not null)
                return id;
            key.RevokedAtUtc = clock.NowUtc;
            Record(write, actor, AuditAction.KeyRevoked, key.ActorId);
            return id;
        }, cancellationToken);
    }

    // Nobody gives what they do not have themselves.
    private static PortalError? Beyond(Actor actor, IEnumerable<Permission> permissions) =>
        permissions.Select(actor.Lacks).FirstOrDefault(lacking => lacking is not null);

    private static Task<IssuedKey?> FindAsync(PortalWrite write, Guid id, CancellationToken cancellationToken) =>
        write.Set<IssuedKey>().SingleOrDefaultAsync(key => key.Id == id, cancellationToken);

    private MadeKey Put(PortalWrite write, Actor actor, AuditAction action, NewKey wanted)
    {
        var key = entropy.NewSecret();
        var made = new IssuedKey
        {
            Id = entropy.NewId(clock.Time),
            Name = wanted.Name,
            Sha256 = KeyRules.Hash(key),
            Permissions = [.. wanted.Permissions.Distinct().Order()],
            CreatedAtUtc = clock.NowUtc,
            ExpiresAtUtc = wanted.ExpiresAtUtc,
        };
        write.Set<IssuedKey>().Add(made);
        Record(write, actor, action, made.ActorId);
        return new MadeKey(made.Id, key);
    }

    private void Record(PortalWrite write, Actor actor, AuditAction action, string target)
    {
        audit.Record(write, actor, action, target);
        write.Announce(new PortalChange(Topic, Guid.Empty));
    }
}
