using System.Security.Cryptography;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Evidence;

/// <summary>
/// Keeps evidence sealed under its subject's key. A blob is stored first and on its own, so that no big write
/// holds the door; a blob without an item is swept later.
/// </summary>
public sealed class EvidenceVault(
    PortalStore store, SubjectVault vault, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    /// <summary>
    /// Cleans what is a picture, stores the blob and answers the item that the caller's own transaction then adds.
    /// A picture that is damaged, or a subject that is erased, is an error and nothing is stored.
    /// </summary>
    public async Task<Result<EvidenceItem>> StoreAsync(Subject subject, NewEvidence evidence, CancellationToken cancellationToken)
    {
        var clean = Clean(evidence);
        if (!clean.Ok)
            return clean.Errors.ToList();
        if (subject.IsErased)
            return new PortalError("subject-erased");
        var item = ItemOf(subject, evidence, clean.Value);
        var blob = new EvidenceBlob
        {
            Id = item.BlobId!.Value,
            StoredAtUtc = item.StoredAtUtc,
            Sealed = vault.Seal(subject, Purpose(item.BlobId.Value), clean.Value.Bytes),
        };
        return await store.WriteAsync<EvidenceItem>(async write =>
        {
            // The caller's subject may be from before an erasure, or, being new, not stored yet.
            if (await write.Set<Subject>().AnyAsync(s => s.Id == subject.Id && s.MasterKeyVersion == Subject.NoMasterKey, cancellationToken))
                return new PortalError("subject-erased");
            write.Set<EvidenceBlob>().Add(blob);
            return item;
        }, cancellationToken);
    }

    public void Add(PortalWrite write, Actor actor, EvidenceItem item)
    {
        write.Set<EvidenceItem>().Add(item);
        audit.Record(write, actor, AuditAction.EvidenceStored, $"session/{item.SessionId}", item.Kind.ToString());
    }

    /// <summary>Opens an item for a person to see; the look is recorded before the bytes leave.</summary>
    public async Task<Result<OpenedEvidence>> ViewAsync(Actor actor, Guid itemId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeImages) is { } denied)
            return denied;
        return await store.WriteAsync<OpenedEvidence>(async write =>
        {
            // An answer holds name and number in the clear and is no picture.
            var isPicture = await write.Set<EvidenceItem>().AnyAsync(i => i.Id == itemId && i.Kind != EvidenceKind.Answer, cancellationToken);
            var opened = isPicture ? await OpenAsync(write, itemId, cancellationToken) : null;
            if (opened is null)
                return new PortalError(PortalError.NotFound);
            audit.Record(write, actor, AuditAction.EvidenceViewed, $"evidence/{itemId}");
            return opened;
        }, cancellationToken);
    }

    /// <summary>Opens an item for the portal's own use, such as handing a match photo to the vendor; null once it is deleted or its person erased.</summary>
    public async Task<OpenedEvidence?> OpenAsync(Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await OpenAsync(new PortalWrite(db), itemId, cancellationToken);
    }

    private async Task<OpenedEvidence?> OpenAsync(PortalWrite read, Guid itemId, CancellationToken cancellationToken)
    {
        var item = await read.Set<EvidenceItem>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == itemId, cancellationToken);
        if (item?.BlobId is not { } blobId)
            return null;
        var subject = await read.Set<Subject>().AsNoTracking().SingleAsync(s => s.Id == item.SubjectId, cancellationToken);
        // Between two reads it may be deleted.
        var blob = await read.Set<EvidenceBlob>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == blobId, cancellationToken);
        return blob is not null && vault.TryOpen(subject, Purpose(blobId), blob.Sealed) is { } bytes
            ? new OpenedEvidence(bytes, item.MediaType) : null;
    }

    private static Result<Picture> Clean(NewEvidence evidence) => evidence.Kind switch
    {
        EvidenceKind.Match => PictureCleaning.StripUpright(evidence.Bytes),
        var kind when kind.IsPicture() => PictureCleaning.Strip(evidence.Bytes),
        _ => new Picture(evidence.Bytes, evidence.MediaType),
    };

    private EvidenceItem ItemOf(Subject subject, NewEvidence evidence, Picture clean)
    {
        var (stored, original) = (Hash(clean.Bytes), Hash(evidence.Bytes));
        return new EvidenceItem
        {
            Id = entropy.NewId(clock),
            SessionId = evidence.SessionId,
            SubjectId = subject.Id,
            VerifyTokenId = evidence.VerifyTokenId,
            AttemptOrder = evidence.AttemptOrder,
            Kind = evidence.Kind,
            BlobId = entropy.NewId(clock),
            Sha256 = stored,
            OriginalSha256 = original == stored ? null : original,
            Bytes = clean.Bytes.Length,
            MediaType = clean.MediaType,
            StoredAtUtc = clock.GetUtcNow().UtcDateTime,
            KeepUntilUtc = evidence.KeepUntilUtc,
        };
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Purpose(Guid blobId) => $"evidence/{blobId:N}";
}
