using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Ends sessions whose link nobody can use any more.</summary>
public sealed class LinkExpiry(PortalStore store, SessionJournal journal, AuditTrail audit)
{
    private const int Batch = 200;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = journal.NowUtc;
        await using (var db = await store.ReadAsync(cancellationToken))
        {
            if (!await Expired(db.Set<VerificationSession>(), now).AnyAsync(cancellationToken))
                return 0;
        }
        var ended = await store.WriteAsync<int>(async write =>
        {
            var expired = await Expired(write.Set<VerificationSession>(), now).OrderBy(s => s.LinkExpiresUtc).Take(Batch).ToListAsync(cancellationToken);
            foreach (var session in expired)
                End(write, session);
            return expired.Count;
        }, cancellationToken);
        return ended.Ok ? ended.Value : 0;
    }

    private static IQueryable<VerificationSession> Expired(IQueryable<VerificationSession> sessions, DateTime now) =>
        sessions.Where(s => s.Status == SessionStatus.AwaitingUser && s.LinkExpiresUtc <= now);

    private void End(PortalWrite write, VerificationSession session)
    {
        journal.Apply(write, session, SessionEvent.LinkExpired, new SessionFacts());
        journal.Tell(write, session, TimelineKind.LinkExpired);
        audit.Record(write, Actor.System, AuditAction.SessionExpired, $"session/{session.Id}");
    }
}
