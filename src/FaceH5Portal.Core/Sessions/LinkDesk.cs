using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>Gives a session a new link where the old one was lost, or went to the wrong hands, and hands over many at once.</summary>
public sealed class LinkDesk(PortalStore store, SubjectVault subjects, SessionJournal journal, AuditTrail audit, PortalLinks links, Entropy entropy)
{
    private const int AtOnce = 500;

    /// <summary>The old link leads nowhere from now on; the new one lives as long as the plan says, from now on too.</summary>
    public async Task<Result<Uri>> RenewAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CreateSessions) is { } denied)
            return denied;
        return await store.WriteAsync<Uri>(write =>
        {
            var session = write.Find<VerificationSession>(sessionId);
            if (session is null)
                return new PortalError("session-unknown");
            if (session.Status.IsFinal())
                return new PortalError("session-already-final");
            var subject = write.Find<Subject>(session.SubjectId)!;
            var code = entropy.NewSecret();
            (session.LinkHash, session.SealedLink) = (PortalLinks.Hash(code), subjects.SealText(subject, "link", code));
            session.LinkExpiresUtc = journal.NowUtc.AddHours(session.Terms.LinkLifetimeHours);
            KeepPhoto(write, session);
            journal.Tell(write, session, TimelineKind.LinkRenewed);
            audit.Record(write, actor, AuditAction.LinkRenewed, $"session/{sessionId}");
            return links.EndUser(code);
        }, cancellationToken);
    }

    /// <summary>The links of those that still wait for their person; that they were handed over is recorded first.</summary>
    public async Task<Result<IReadOnlyDictionary<Guid, Uri>>> HandOverAsync(
        Actor actor, IReadOnlyCollection<Guid> sessionIds, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CreateSessions) is { } denied)
            return denied;
        var open = new Dictionary<Guid, Uri>();
        await using (var db = await store.ReadAsync(cancellationToken))
            foreach (var some in sessionIds.Chunk(AtOnce))
                foreach (var pair in await WithSubjectsAsync(db, some, cancellationToken))
                    if (!pair.Session.Status.IsFinal() && subjects.TryOpenText(pair.Subject, "link", pair.Session.SealedLink) is { } code)
                        open[pair.Session.Id] = links.EndUser(code);
        return await store.WriteAsync<IReadOnlyDictionary<Guid, Uri>>(write =>
        {
            audit.Record(write, actor, AuditAction.LinksHandedOver, "sessions", open.Count.ToString(CultureInfo.InvariantCulture));
            return Task.FromResult<Result<IReadOnlyDictionary<Guid, Uri>>>(open);
        }, cancellationToken);
    }

    private static async Task<List<(VerificationSession Session, Subject Subject)>> WithSubjectsAsync(
        PortalDbContext db, Guid[] ids, CancellationToken cancellationToken)
    {
        var pairs = await db.Set<VerificationSession>().AsNoTracking().Where(session => ids.Contains(session.Id))
            .Join(db.Set<Subject>().AsNoTracking(), session => session.SubjectId, subject => subject.Id, (session, subject) => new { session, subject })
            .ToListAsync(cancellationToken);
        return [.. pairs.Select(pair => (pair.session, pair.subject))];
    }

    /// <summary>The picture to compare with is kept as long as the link may need it.</summary>
    private static void KeepPhoto(PortalWrite write, VerificationSession session)
    {
        if (session.MatchPhotoId is { } id && write.Find<EvidenceItem>(id) is { BlobId: not null } photo)
            photo.KeepUntilUtc = MatchPhoto.KeepUntil(session.Terms, session.LinkExpiresUtc);
    }
}
