using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Looking;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Revealing;

/// <summary>Opens a picture for who has leave to see it, with their name and the time across it; what is stored stays as it is.</summary>
public sealed class PictureViewer(PortalStore store, EvidenceVault vault, LookBook looks, TimeProvider clock)
{
    public async Task<Result<OpenedEvidence>> OpenAsync(Actor actor, Guid evidenceId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeImages) is { } denied)
            return denied;
        var recorded = await store.WriteAsync<EvidenceKind>(write => RecordAsync(write, actor, evidenceId, cancellationToken), cancellationToken);
        if (!recorded.Ok)
            return recorded.Errors.ToList();
        if (await vault.OpenAsync(evidenceId, cancellationToken) is not { } opened)
            return new PortalError(PortalError.NotFound);
        if (!recorded.Value.IsPicture())
            return opened;
        return Watermark.Put(opened.Bytes, Mark(actor)) is { } marked
            ? new OpenedEvidence(marked.Bytes, marked.MediaType) : new PortalError("photo-malformed");
    }

    /// <summary>What stands across a picture that is seen now.</summary>
    private string Mark(Actor actor) =>
        string.Create(CultureInfo.InvariantCulture, $"{actor.Id} {clock.GetUtcNow().UtcDateTime:yyyy-MM-dd HH:mm}Z");

    private async Task<Result<EvidenceKind>> RecordAsync(PortalWrite write, Actor actor, Guid evidenceId, CancellationToken cancellationToken)
    {
        // An answer holds name and number in the clear and is no picture.
        var item = await write.Set<EvidenceItem>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == evidenceId && one.Kind != EvidenceKind.Answer && one.BlobId != null, cancellationToken);
        if (item is null)
            return new PortalError(PortalError.NotFound);
        var now = clock.GetUtcNow().UtcDateTime;
        var leave = await write.Set<PictureReveal>().AsNoTracking()
            .Where(reveal => reveal.SessionId == item.SessionId && reveal.AskedBy == actor.Id && reveal.State == PictureRevealState.Granted && reveal.UntilUtc > now)
            .OrderByDescending(reveal => reveal.UntilUtc).FirstOrDefaultAsync(cancellationToken);
        if (leave is null)
            return new PortalError("reveal-needed");
        // A video is fetched in many parts; under one leave they are one look.
        var since = leave.UntilUtc - PictureDesk.OpenFor;
        if (!await write.Set<Look>().AnyAsync(look => look.SessionId == item.SessionId && look.SeenAtUtc >= since
            && look.ActorId == actor.Id && look.EvidenceId == evidenceId, cancellationToken))
            looks.Record(write, actor, item.SessionId, LookKind.Picture, leave.Reason, evidenceId);
        return item.Kind;
    }
}
