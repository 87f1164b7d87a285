using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Sessions.Journey;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>A session's evidence by its kind, the newest of a kind unless its hash names another.</summary>
public sealed class SessionEvidence(PortalStore store, EvidenceVault vault, LookBook looks)
{
    public async Task<Result<OpenedEvidence>> OpenAsync(
        Actor actor, Guid sessionId, EvidenceKind kind, string? sha256, CancellationToken cancellationToken)
    {
        if ((actor.Lacks(Permission.SeeSessions) ?? actor.Lacks(Needed(kind))) is { } denied)
            return denied;
        var item = await FindAsync(sessionId, kind, sha256, cancellationToken);
        if (!item.Ok)
            return item.Errors.ToList();
        var seen = kind == EvidenceKind.Answer ? LookKind.Answer : LookKind.Picture;
        var recorded = await looks.RecordProgramAsync(actor, sessionId, seen, item.Value.Id, cancellationToken);
        if (!recorded.Ok)
            return recorded.Errors.ToList();
        return await vault.OpenAsync(item.Value.Id, cancellationToken) is { } opened
            ? opened : new PortalError("evidence-deleted");
    }

    public async Task<Result<OpenedEvidence>> OpenConsentAsync(
        Actor actor, Guid sessionId, string? sha256, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        if (!await db.Set<VerificationSession>().AnyAsync(s => s.Id == sessionId, cancellationToken))
            return new PortalError("session-unknown");
        var consents = await db.Set<ConsentRecord>().AsNoTracking().Where(c => c.SessionId == sessionId)
            .OrderByDescending(c => c.GivenAtUtc).ToListAsync(cancellationToken);
        var document = consents.Select(ConsentDocument.Of).FirstOrDefault(d => sha256 is null || d.Sha256 == sha256);
        if (document is null)
            return new PortalError("evidence-absent");
        var recorded = await looks.RecordProgramAsync(actor, sessionId, LookKind.Consent, null, cancellationToken);
        return recorded.Ok ? new OpenedEvidence(document.Bytes, ConsentDocument.MediaType) : recorded.Errors.ToList();
    }

    /// <summary>A vendor's answer holds name and number in the clear; everything else shows the person.</summary>
    private static Permission Needed(EvidenceKind kind) =>
        kind == EvidenceKind.Answer ? Permission.SeePersonalData : Permission.SeeImages;

    private async Task<Result<EvidenceItem>> FindAsync(
        Guid sessionId, EvidenceKind kind, string? sha256, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var privacy = await db.Set<VerificationSession>().Where(s => s.Id == sessionId)
            .Select(s => (PrivacyState?)s.Privacy).SingleOrDefaultAsync(cancellationToken);
        if (privacy is null)
            return new PortalError("session-unknown");
        var item = await db.Set<EvidenceItem>().AsNoTracking()
            .Where(e => e.SessionId == sessionId && e.Kind == kind && (sha256 == null || e.Sha256 == sha256))
            .OrderByDescending(e => e.StoredAtUtc).ThenByDescending(e => e.Id).FirstOrDefaultAsync(cancellationToken);
        return item switch
        {
            null => new PortalError("evidence-absent"),
            { BlobId: null } when privacy == PrivacyState.Redacted => new PortalError("subject-erased"),
            { BlobId: null } => new PortalError("evidence-deleted"),
            _ => item,
        };
    }
}
