using System.Security.Cryptography;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Evidence;

/// <summary>Keeps evidence sealed under its subject's key.</summary>
public sealed class EvidenceVault(
    PortalStore store, SubjectVault vault, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    private const string SubjectErased = "subject-erased";

    /// <summary>
    /// Cleans what is a picture and seals it; whoever stores what it belongs to adds it in the same transaction. A
    /// picture that is damaged, or a subject that is erased, is an error.
    /// </summary>
    public Result<SealedEvidence> Seal(Subject subject, NewEvidence evidence)
    {
        var clean = Clean(evidence);
        if (!clean.Ok)
            return clean.Errors.ToList();
        if (subject.IsErased)
            return new PortalError(SubjectErased);
        var item = ItemOf(subject, evidence, clean.Value);
        var bytes = vault.Seal(subject, Purpose(item.BlobId!.Value), clean.Value.Bytes);
        return new SealedEvidence(item, new EvidenceBlob { Id = item.BlobId.Value, Sealed = bytes });
    }

    /// <summary>Null when it is added; an error when its subject was erased since it was sealed.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="evidence">What was sealed.</param>
    /// <param name="target">What the audit files it under; its session unless told.</param>
    public PortalError? Add(PortalWrite write, Actor actor, SealedEvidence evidence, string? target = null)
    {
        var item = evidence.Item;
        if (write.Find<Subject>(item.SubjectId) is null or { IsErased: true })
            return new PortalError(SubjectErased);
        write.Add(evidence.Blob);
        write.Add(item);
        audit.Record(write, actor, AuditAction.EvidenceStored, target ?? $"session/{item.SessionId}", item.Kind.ToString());
        return null;
    }

    /// <summary>Opens an item for the portal's own use, such as handing a match photo to the vendor; null once it is deleted or its person erased.</summary>
    public async Task<OpenedEvidence?> OpenAsync(Guid itemId, CancellationToken cancellationToken)
    {
        await using var read = await store.ReadAsync(cancellationToken);
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
        EvidenceKind.Match => PictureCleaning.Redraw(evidence.Bytes),
        // The note that says which way is up goes with the others; a face must not lie on its side ever after.
        EvidenceKind.Photo when ExifOrientation.Of(evidence.Bytes) is not null => PictureCleaning.Redraw(evidence.Bytes),
        var kind when kind.IsPicture() => PictureCleaning.Strip(evidence.Bytes),
        _ => new Picture(evidence.Bytes, evidence.MediaType),
    };

    private EvidenceItem ItemOf(Subject subject, NewEvidence evidence, Picture clean)
    {
        var stored = ReferenceEquals(clean.Bytes, evidence.Bytes) && evidence.Sha256 is { } known ? known : Hash(clean.Bytes);
        var given = evidence.MadeOf ?? evidence.Bytes;
        var original = clean.Bytes.AsSpan().SequenceEqual(given) ? stored : Hash(given);
        return new EvidenceItem
        {
            Id = entropy.NewId(clock),
            SessionId = evidence.SessionId,
            SubjectId = subject.Id,
            VerifyTokenId = evidence.VerifyTokenId,
            AttemptOrder = evidence.AttemptOrder,
            Kind = evidence.Kind,
            LogId = evidence.LogId,
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
