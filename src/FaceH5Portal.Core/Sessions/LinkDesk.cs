using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>Gives a session a new link where the old one was lost, or went to the wrong hands.</summary>
public sealed class LinkDesk(PortalStore store, SubjectVault subjects, SessionJournal journal, AuditTrail audit, PortalLinks links, Entropy entropy)
{
    /// <summary>The old link leads nowhere from now on; the new one lives as long as the plan says, from now on too.</summary>
    public async Task<Result<Uri>> RenewAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CreateSessions) is { } denied)
            return denied;
        return await store.WriteAsync<Uri>(async write =>
        {
            var session = await write.Set<VerificationSession>().SingleOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
            if (session is null)
                return new PortalError("session-unknown");
            if (session.Status.IsFinal())
                return new PortalError("session-already-final");
            var subject = await write.Set<Subject>().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
            var code = entropy.NewSecret();
            (session.LinkHash, session.SealedLink) = (PortalLinks.Hash(code), subjects.SealText(subject, "link", code));
            session.LinkExpiresUtc = journal.NowUtc.AddHours(session.Terms.LinkLifetimeHours);
            await KeepPhotoAsync(write, session, cancellationToken);
            journal.Tell(write, session, TimelineKind.LinkRenewed);
            audit.Record(write, actor, AuditAction.LinkRenewed, $"session/{sessionId}");
            return links.EndUser(code);
        }, cancellationToken);
    }

    /// <summary>The picture to compare with is kept as long as the link may need it.</summary>
    private static async Task KeepPhotoAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        var photo = await write.Set<EvidenceItem>()
            .SingleOrDefaultAsync(item => item.Id == session.MatchPhotoId && item.BlobId != null, cancellationToken);
        if (photo is not null)
            photo.KeepUntilUtc = MatchPhoto.KeepUntil(session.Terms, session.LinkExpiresUtc);
    }
}
