using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Evidence;

/// <summary>
/// Forgets a person for good: the data keys of all subjects of their group, what was sealed beside them, and every
/// blob. Verdicts, hashes, consents and charges stay, and name nobody.
/// </summary>
public sealed class SubjectErasure(
    PortalStore store, SubjectVault vault, PersonalWords words, DeletionProof proof, AuditTrail audit, IEnumerable<IErasureFollower> followers,
    TimeProvider clock)
{
    public const int LongestReason = 200;

    internal const string AlreadyErased = "subject-erased";

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
        return await WriteAsync(async write =>
        {
            if (also is not null)
                await also(write);
            var asked = write.Find<Subject>(subjectId);
            if (asked is null)
                return new PortalError("subject-unknown");
            if (asked.IsErased)
                return new PortalError("subject-erased");
            var group = await write.TakeAsync(write.Set<Subject>().OfSamePerson(asked), cancellationToken);
            if (group.Exists(subject => subject.HeldAtUtc is not null))
                return new PortalError("subject-held");
            // The reason outlives the person's data in the audit, so it may not repeat it.
            if (group.Exists(subject => words.Name(subject, reason)))
                return new PortalError("reason-personal", "Reason");
            return await EraseAsync(write, group, new Erasure(actor, group.ConvertAll(subject => subject.Id), reason.Trim()), cancellationToken);
        }, cancellationToken);
    }

    /// <summary>For one who had been erased and is there once more, in an older database: nobody is asked again, and no hold of then counts.</summary>
    internal Task<Result<IReadOnlyList<Guid>>> EraseAgainAsync(Guid subjectId, CancellationToken cancellationToken) => WriteAsync(async write =>
    {
        var subject = write.Find<Subject>(subjectId)!;
        if (subject.IsErased)
            return new PortalError("subject-erased");
        return await EraseAsync(write, [subject], new Erasure(Actor.System, [subjectId], "erasure-list"), cancellationToken);
    }, cancellationToken);

    private async Task<Result<IReadOnlyList<Guid>>> WriteAsync(
        Func<PortalWrite, Task<Result<IReadOnlyList<Guid>>>> work, CancellationToken cancellationToken)
    {
        var erased = await store.WriteAsync(work, cancellationToken);
        // The erasure stands by now, whether its caller still waits or not.
        if (erased.Ok)
            await store.EmptyLogAsync(CancellationToken.None);
        return erased;
    }

    private async Task<Result<IReadOnlyList<Guid>>> EraseAsync(
        PortalWrite write, List<Subject> group, Erasure erasure, CancellationToken cancellationToken)
    {
        var gone = new List<EvidenceItem>();
        foreach (var subject in group)
        {
            vault.Erase(subject);
            gone.AddRange(await DeleteBlobsAsync(write, subject.Id, cancellationToken));
            audit.Record(write, erasure.Actor, AuditAction.SubjectErased, $"subject/{subject.Id}", erasure.Reason);
        }
        proof.Write(write, DeletionRule.Erasure, gone);
        foreach (var follower in followers)
            await follower.FollowAsync(write, erasure, cancellationToken);
        return erasure.SubjectIds.ToList();
    }

    private async Task<List<EvidenceItem>> DeleteBlobsAsync(PortalWrite write, Guid subjectId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var items = await write.TakeAsync(write.Set<EvidenceItem>().Where(item => item.SubjectId == subjectId && item.BlobId != null), cancellationToken);
        foreach (var item in items)
        {
            // Named by its key alone: the bytes need not be read to be deleted.
            write.Remove(new EvidenceBlob { Id = item.BlobId!.Value, Sealed = [] });
            (item.BlobId, item.DeletedAtUtc) = (null, now);
        }
        return items;
    }
}
