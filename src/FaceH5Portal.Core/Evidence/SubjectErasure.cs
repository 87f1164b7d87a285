using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Evidence;

/// <summary>
/// Forgets a person for good: the data keys of all subjects of their group, what was sealed beside them, and every
/// blob. Verdicts, hashes, consents and charges stay, and name nobody.
/// </summary>
public sealed class SubjectErasure(
    PortalStore store, SubjectVault vault, KeyWrapping keys, AuditTrail audit, IEnumerable<IErasureFollower> followers,
    TimeProvider clock)
{
    public const int LongestReason = 200;

    /// <summary>Answers the subjects that were erased: the one asked for and those of equal number.</summary>
    /// <param name="also">What the caller writes in the same transaction.</param>
    public async Task<Result<IReadOnlyList<Guid>>> EraseAsync(
        Actor actor, Guid subjectId, string reason, CancellationToken cancellationToken, Func<PortalWrite, Task>? also = null)
    {
        if (actor.Lacks(Permission.EraseSubjects) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(reason))
            return new PortalError("reason-empty", "Reason");
        if (reason.Trim().Length > LongestReason)
            return new PortalError("text-too-long", "Reason", LongestReason);
        var erased = await store.WriteAsync<IReadOnlyList<Guid>>(async write =>
        {
            if (also is not null)
                await also(write);
            return await EraseAsync(write, actor, subjectId, reason.Trim(), cancellationToken);
        }, cancellationToken);
        // The erasure stands by now, whether its caller still waits or not.
        if (erased.Ok)
            await store.EmptyLogAsync(CancellationToken.None);
        return erased;
    }

    private async Task<Result<IReadOnlyList<Guid>>> EraseAsync(
        PortalWrite write, Actor actor, Guid subjectId, string reason, CancellationToken cancellationToken)
    {
        var asked = await write.Set<Subject>().SingleOrDefaultAsync(s => s.Id == subjectId, cancellationToken);
        if (asked is null)
            return new PortalError("subject-unknown");
        if (asked.IsErased)
            return new PortalError("subject-erased");
        var group = await write.Set<Subject>().OfSamePerson(asked).ToListAsync(cancellationToken);
        if (group.Exists(subject => Names(subject, reason)))
            return new PortalError("reason-personal", "Reason");
        foreach (var subject in group)
        {
            vault.Erase(subject);
            await DeleteBlobsAsync(write, subject.Id, cancellationToken);
            audit.Record(write, actor, AuditAction.SubjectErased, $"subject/{subject.Id}", reason);
        }
        var ids = group.ConvertAll(subject => subject.Id);
        foreach (var follower in followers)
            await follower.FollowAsync(write, new Erasure(actor, ids, reason), cancellationToken);
        return ids;
    }

    /// <summary>The reason outlives the person's data in the audit, so it may not repeat it.</summary>
    private bool Names(Subject subject, string reason) =>
        keys.Opens(subject) && vault.IdentityOf(subject) is { } identity
        && (reason.Contains(identity.Number, StringComparison.OrdinalIgnoreCase)
            || (identity.Name.Length > 1 && reason.Contains(identity.Name, StringComparison.OrdinalIgnoreCase)));

    private async Task DeleteBlobsAsync(PortalWrite write, Guid subjectId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var items = await write.Set<EvidenceItem>().Where(item => item.SubjectId == subjectId && item.BlobId != null)
            .ToListAsync(cancellationToken);
        foreach (var item in items)
        {
            // Named by its key alone: the bytes need not be read to be deleted.
            write.Set<EvidenceBlob>().Remove(new EvidenceBlob { Id = item.BlobId!.Value, Sealed = [] });
            (item.BlobId, item.DeletedAtUtc) = (null, now);
        }
    }
}
