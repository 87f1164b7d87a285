using System.Collections.Concurrent;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Access;

/// <summary>
/// Lets a call that is sent again have its first answer instead of a second effect. What runs is remembered here,
/// since one process owns the database; what was done is remembered in the database, by the write itself.
/// </summary>
public sealed class IdempotencyKeys(PortalStore store, TimeProvider clock)
{
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private const int AtOnce = 500;

    private readonly ConcurrentDictionary<(string Actor, string Route, string Key), byte> running = new();

    /// <summary>Does the write, which must note the call, or answers what the first such call made.</summary>
    public async Task<Result<Guid>> OnceAsync(
        RepeatableCall call, Func<Task<Result<Guid>>> write, CancellationToken cancellationToken)
    {
        var key = (call.ActorId, call.Route, call.KeyHash);
        if (!running.TryAdd(key, 0))
            return new PortalError("idempotency-running");
        try
        {
            var known = await FindAsync(call, cancellationToken);
            if (known is null)
                return await write();
            return known.BodyHash == call.BodyHash ? known.TargetId : new PortalError("idempotency-body-differs");
        }
        finally
        {
            running.TryRemove(key, out _);
        }
    }

    /// <summary>What such calls have made already, by their key.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> MadeAsync(
        string actorId, string route, IReadOnlyCollection<string> keyHashes, CancellationToken cancellationToken)
    {
        var (after, made) = (Oldest, new Dictionary<string, Guid>());
        await using var db = await store.ReadAsync(cancellationToken);
        foreach (var some in keyHashes.Chunk(AtOnce))
        {
            var records = db.Set<IdempotencyRecord>().AsNoTracking().Where(record => record.ActorId == actorId && record.Route == route
                && some.Contains(record.KeyHash) && record.RecordedAtUtc > after);
            await foreach (var record in records.AsAsyncEnumerable().WithCancellation(cancellationToken))
                made[record.KeyHash] = record.TargetId;
        }
        return made;
    }

    /// <summary>One pass: deletes what is older than <see cref="Memory"/>, and answers how many that were.</summary>
    public Task<Result<int>> ForgetAsync(CancellationToken cancellationToken)
    {
        var before = Oldest;
        return store.WriteAsync<int>(async write => await write.Set<IdempotencyRecord>()
            .Where(record => record.RecordedAtUtc <= before).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private DateTime Oldest => clock.GetUtcNow().UtcDateTime - Memory;

    private async Task<IdempotencyRecord?> FindAsync(RepeatableCall call, CancellationToken cancellationToken)
    {
        var after = Oldest;
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<IdempotencyRecord>().AsNoTracking().SingleOrDefaultAsync(
            record => record.ActorId == call.ActorId && record.Route == call.Route && record.KeyHash == call.KeyHash
                && record.RecordedAtUtc > after, cancellationToken);
    }
}
