using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Evidence;

/// <summary>Takes away the bytes whose time has come.</summary>
public sealed class EvidenceRetention(PortalStore store, DeletionProof proof, AuditTrail audit, TimeProvider clock)
{
    private const int Batch = 100;

    // The database keeps a copy of what a work wipes until that work is done.
    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Deletes what is due within the caller's transaction, and answers the sessions that lost pictures.</summary>
    public async Task<IReadOnlyList<Guid>> DeleteDueAsync(PortalWrite write, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = Within(MostBytes, await write.TakeAsync(Ending(write.Context).Where(item => item.KeepUntilUtc <= now)
            .OrderBy(item => item.KeepUntilUtc).Take(Batch), cancellationToken));
        due.ForEach(item => Delete(write, item));
        proof.Write(write, DeletionRule.TimeOver, due);
        return [.. due.Select(item => item.SessionId).Distinct()];
    }

    /// <summary>Takes away the bytes of one item, now.</summary>
    public void Delete(PortalWrite write, EvidenceItem item)
    {
        // Named by its key alone: the bytes need not be read to be deleted.
        write.Remove(new EvidenceBlob { Id = item.BlobId!.Value, Sealed = [] });
        (item.BlobId, item.DeletedAtUtc) = (null, clock.GetUtcNow().UtcDateTime);
        audit.Record(write, Actor.System, AuditAction.EvidenceDeleted, $"evidence/{item.Id}");
    }

    public Task<DateTime?> NextDueAsync(CancellationToken cancellationToken) => store.LookAsync(
        db => Ending(db).OrderBy(item => item.KeepUntilUtc).Select(item => item.KeepUntilUtc).FirstOrDefaultAsync(cancellationToken), cancellationToken);

    /// <summary>What was to be gone by then and is still there: more than none some time ago means that deleting fails.</summary>
    public async Task<int> OverdueAsync(DateTime sinceUtc, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await Ending(db).CountAsync(item => item.KeepUntilUtc <= sinceUtc, cancellationToken);
    }

    /// <summary>The first always, however large it is.</summary>
    private static List<EvidenceItem> Within(long most, List<EvidenceItem> items)
    {
        var (count, bytes) = (0, 0L);
        while (count < items.Count && (count == 0 || bytes + items[count].Bytes <= most))
            bytes += items[count++].Bytes;
        return items[..count];
    }

    /// <summary>What has an end before it, and nothing that holds it.</summary>
    private static IQueryable<EvidenceItem> Ending(PortalDbContext db) => db.Set<EvidenceItem>()
        .Where(item => item.DeletedAtUtc == null && item.KeepUntilUtc != null
            && !db.Set<Subject>().Any(subject => subject.Id == item.SubjectId && subject.HeldAtUtc != null));
}
