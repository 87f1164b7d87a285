using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Evidence;

/// <summary>Takes away the bytes whose time has come, and blobs that no item ever came to tell of.</summary>
public sealed class EvidenceRetention(PortalStore store, AuditTrail audit, TimeProvider clock)
{
    private const int Batch = 100;

    // An item follows its blob within one vendor call; after this it never will.
    private static readonly TimeSpan OrphanAge = TimeSpan.FromHours(1);

    /// <summary>Deletes what is due within the caller's transaction, and answers the sessions that lost pictures.</summary>
    public async Task<IReadOnlyList<Guid>> DeleteDueAsync(PortalWrite write, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await write.Set<EvidenceItem>().Where(item => item.DeletedAtUtc == null && item.KeepUntilUtc <= now)
            .OrderBy(item => item.KeepUntilUtc).Take(Batch).ToListAsync(cancellationToken);
        foreach (var item in due)
        {
            // Named by its key alone: the bytes need not be read to be deleted.
            write.Set<EvidenceBlob>().Remove(new EvidenceBlob { Id = item.BlobId!.Value, StoredAtUtc = now, Sealed = [] });
            (item.BlobId, item.DeletedAtUtc) = (null, now);
            audit.Record(write, Actor.System, AuditAction.EvidenceDeleted, $"evidence/{item.Id}");
        }
        return [.. due.Select(item => item.SessionId).Distinct()];
    }

    public async Task<Result<int>> SweepOrphansAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - OrphanAge;
        var swept = await store.WriteAsync<int>(async write => await write.Set<EvidenceBlob>()
            .Where(blob => blob.StoredAtUtc < before && !write.Set<EvidenceItem>().Any(item => item.BlobId == blob.Id))
            .ExecuteDeleteAsync(cancellationToken), cancellationToken);
        // What was deleted or erased since the last time leaves the log too, even where a reader or a kill was in the way.
        await store.EmptyLogAsync(cancellationToken);
        return swept;
    }

    public async Task<DateTime?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<EvidenceItem>().Where(item => item.DeletedAtUtc == null)
            .MinAsync(item => item.KeepUntilUtc, cancellationToken);
    }
}
