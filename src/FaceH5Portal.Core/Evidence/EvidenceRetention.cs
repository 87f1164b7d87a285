using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Evidence;

/// <summary>Takes away the bytes whose time has come.</summary>
public sealed class EvidenceRetention(PortalStore store, AuditTrail audit, TimeProvider clock)
{
    private const int Batch = 100;

    private readonly Func<PortalDbContext, CancellationToken, Task<DateTime?>> nextDue = EF.CompileAsyncQuery(
        (PortalDbContext db, CancellationToken _) => db.Set<EvidenceItem>().Where(item => item.DeletedAtUtc == null).Min(item => item.KeepUntilUtc));

    /// <summary>Deletes what is due within the caller's transaction, and answers the sessions that lost pictures.</summary>
    public async Task<IReadOnlyList<Guid>> DeleteDueAsync(PortalWrite write, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await write.Set<EvidenceItem>().Where(item => item.DeletedAtUtc == null && item.KeepUntilUtc <= now)
            .OrderBy(item => item.KeepUntilUtc).Take(Batch).ToListAsync(cancellationToken);
        due.ForEach(item => Delete(write, item));
        return [.. due.Select(item => item.SessionId).Distinct()];
    }

    /// <summary>Takes away the bytes of one item, now.</summary>
    public void Delete(PortalWrite write, EvidenceItem item)
    {
        // Named by its key alone: the bytes need not be read to be deleted.
        write.Set<EvidenceBlob>().Remove(new EvidenceBlob { Id = item.BlobId!.Value, Sealed = [] });
        (item.BlobId, item.DeletedAtUtc) = (null, clock.GetUtcNow().UtcDateTime);
        audit.Record(write, Actor.System, AuditAction.EvidenceDeleted, $"evidence/{item.Id}");
    }

    public async Task<DateTime?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await nextDue(db, cancellationToken);
    }
}
