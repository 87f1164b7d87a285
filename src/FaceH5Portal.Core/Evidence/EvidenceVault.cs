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
    /// <summary>Stores the blob and answers the item that the caller's own transaction then adds.</summary>
    public Task<Result<EvidenceItem>> StoreAsync(Subject subject, NewEvidence evidence, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var blobId = entropy.NewId(clock);
        var item = new EvidenceItem
        {
            Id = entropy.NewId(clock),
            SessionId = evidence.SessionId,
            SubjectId = subject.Id,
            VerifyTokenId = evidence.VerifyTokenId,
            AttemptOrder = evidence.AttemptOrder,
            Kind = evidence.Kind,
            BlobId = blobId,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(evidence.Bytes)),
            Bytes = evidence.Bytes.Length,
            MediaType = evidence.MediaType,
            StoredAtUtc = now,
            KeepUntilUtc = evidence.KeepUntilUtc,
        };
        var blob = new EvidenceBlob
        {
            Id = blobId,
            StoredAtUtc = now,
            Sealed = vault.Seal(subject, Purpose(blobId), evidence.Bytes),
        };
        return store.WriteAsync<EvidenceItem>(write =>
        {
            write.Set<EvidenceBlob>().Add(blob);
            return Task.FromResult<Result<EvidenceItem>>(item);
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

    /// <summary>Opens an item for the portal's own use, such as handing a match photo to the vendor.</summary>
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
        var blob = await read.Set<EvidenceBlob>().AsNoTracking().SingleAsync(b => b.Id == blobId, cancellationToken);
        return new OpenedEvidence(vault.Open(subject, Purpose(blobId), blob.Sealed), item.MediaType);
    }

    private static string Purpose(Guid blobId) => $"evidence/{blobId:N}";
}
