using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.People.Keys;

/// <summary>Knows the program of a key.</summary>
public sealed class KeyBook(PortalStore store, PeopleClock clock)
{
    // A call a millisecond need not be a write a millisecond.
    private static readonly TimeSpan UseStep = TimeSpan.FromMinutes(1);

    /// <summary>Null for a key that nobody was given, and for one that is over.</summary>
    public async Task<Actor?> ActorOfAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        if (await db.Set<IssuedKey>().AsNoTracking().SingleOrDefaultAsync(key => key.Sha256 == sha256, cancellationToken) is not { } found || !found.IsLive(clock.NowUtc))
            return null;
        if (found.LastUsedUtc is not { } used || clock.NowUtc - used >= UseStep)
            await NoteUseAsync(found.Id, cancellationToken);
        return new Actor(found.ActorId, found.Name, found.Permissions.ToHashSet());
    }

    /// <summary>The hash of an actor's newest key that is not over; null for who has none.</summary>
    public async Task<string?> HashOfAsync(string actorId, CancellationToken cancellationToken)
    {
        var (prefix, now) = (IssuedKey.ActorIdOf(""), clock.NowUtc);
        if (!actorId.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var name = actorId[prefix.Length..];
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<IssuedKey>().Where(key => key.Name == name && key.RevokedAtUtc == null && key.ExpiresAtUtc > now)
            .OrderByDescending(key => key.CreatedAtUtc).Select(key => key.Sha256).FirstOrDefaultAsync(cancellationToken);
    }

    private Task<Result<Guid>> NoteUseAsync(Guid id, CancellationToken cancellationToken) => store.WriteAsync<Guid>(async write =>
    {
        if (await write.Set<IssuedKey>().SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is { } key)
            key.LastUsedUtc = clock.NowUtc;
        return id;
    }, cancellationToken);
}
