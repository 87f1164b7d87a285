using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Ends sessions whose link nobody can use any more, unless a verdict may still come.</summary>
public sealed class LinkExpiry(PortalStore store, SessionJournal journal, AuditTrail audit)
{
    private const int Batch = 200;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = journal.NowUtc;
        if (!await store.LookAsync(db => Expired(db.Set<VerificationSession>(), now).AnyAsync(cancellationToken), cancellationToken))
            return 0;
        var ended = await store.WriteAsync<int>(async write =>
        {
            var expired = await write.TakeAsync(Expired(write.Set<VerificationSession>(), now).OrderBy(s => s.LinkExpiresUtc).Take(Batch), cancellationToken);
            foreach (var session in expired)
                await EndAsync(write, session, cancellationToken);
            return expired.Count;
        }, cancellationToken);
        return ended.Ok ? ended.Value : 0;
    }

    private static IQueryable<VerificationSession> Expired(IQueryable<VerificationSession> sessions, DateTime now) =>
        sessions.Where(s => s.Status == SessionStatus.AwaitingUser && s.LinkExpiresUtc <= now);

    private async Task EndAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        journal.Apply(write, session, SessionEvent.LinkExpired, await FactsAsync(write, session, cancellationToken));
        journal.Tell(write, session, TimelineKind.LinkExpired);
        if (session.Status == SessionStatus.Expired)
            audit.Record(write, Actor.System, AuditAction.SessionExpired, $"session/{session.Id}");
        else
            await HarvestSummary.UpdateAsync(write, session, cancellationToken);
    }

    /// <summary>Somebody may have acted with a token that nothing was heard of; what failed and may be tried again was heard.</summary>
    private static async Task<SessionFacts> FactsAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        var unheard = await write.TakeAsync(write.Set<VerifyToken>()
            .Where(token => token.SessionId == session.Id && !write.Set<Attempt>().Any(attempt => attempt.VerifyTokenId == token.Id)), cancellationToken);
        return new SessionFacts(
            VerdictPending: unheard.Exists(token => token.DueUtc is not null),
            VerdictLost: unheard.Exists(token => token is { DueUtc: null, LastFault: not null }));
    }
}
