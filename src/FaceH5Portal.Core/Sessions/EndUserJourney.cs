using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>What the person of a link can do: look, agree and start, come back.</summary>
public sealed class EndUserJourney(
    PortalStore store, CaptureLauncher launcher, SubjectVault subjects, SessionJournal journal, AuditTrail audit,
    KeyedLocks locks, Entropy entropy, TimeProvider clock)
{
    /// <summary>A replayed return may not make us ask the vendor more often than this.</summary>
    public static readonly TimeSpan LeastBetweenQuestions = TimeSpan.FromSeconds(10);

    /// <summary>Whose link it is. Reads only: a link preview must change nothing.</summary>
    public async Task<Result<Guid>> FindAsync(string code, CancellationToken cancellationToken)
    {
        var hash = PortalLinks.Hash(code);
        await using var db = await store.ReadAsync(cancellationToken);
        var id = await db.Set<VerificationSession>().Where(s => s.LinkHash == hash)
            .Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } found ? found : new PortalError("link-unknown");
    }

    public async Task<Result<EndUserView>> ViewAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var session = await db.Set<VerificationSession>().AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
        return session is null ? new PortalError("link-unknown") : EndUserView.Of(session, journal.NowUtc);
    }

    /// <summary>Records the consent, then answers the vendor's page to send the person to.</summary>
    public async Task<Result<Uri>> StartAsync(Guid sessionId, Consent consent, CancellationToken cancellationToken)
    {
        using var held = await locks.TakeAsync(sessionId, cancellationToken);
        var agreed = await store.WriteAsync<VerificationSession>(
            write => AgreeAsync(write, sessionId, consent, cancellationToken), cancellationToken);
        return agreed.Ok ? await launcher.LaunchAsync(agreed.Value, cancellationToken) : agreed.Errors.ToList();
    }

    /// <summary>A hint that makes the session due; answers whose return it was.</summary>
    public async Task<Result<Guid>> ReturnAsync(string state, CancellationToken cancellationToken)
    {
        if (!Entropy.HasShapeOfSecret(state))
            return new PortalError("return-unknown");
        var hash = PortalLinks.Hash(state);
        // Read first: whoever makes up states, or replays one that can bring nothing more, takes nobody's turn at the door.
        await using (var db = await store.ReadAsync(cancellationToken))
        {
            var known = await db.Set<VerifyToken>().Where(t => t.StateHash == hash)
                .Select(t => new { t.SessionId, t.DueUtc }).SingleOrDefaultAsync(cancellationToken);
            if (known is null)
                return new PortalError("return-unknown");
            if (known.DueUtc is null)
                return known.SessionId;
        }
        return await store.WriteAsync<Guid>(async write =>
        {
            var token = await write.Set<VerifyToken>().SingleAsync(t => t.StateHash == hash, cancellationToken);
            var session = await write.Set<VerificationSession>().SingleAsync(s => s.Id == token.SessionId, cancellationToken);
            Recall(write, session, token);
            return session.Id;
        }, cancellationToken);
    }

    private void Recall(PortalWrite write, VerificationSession session, VerifyToken token)
    {
        if (token.DueUtc is null)
            return;
        var now = journal.NowUtc;
        var earliest = token.AskedAtUtc is { } asked && asked + LeastBetweenQuestions > now ? asked + LeastBetweenQuestions : now;
        if (token.DueUtc > earliest)
            token.DueUtc = earliest;
        token.Version++;
        if (token.ReturnedAtUtc is null)
            audit.Record(write, Actor.EndUser, AuditAction.ReturnRecorded, $"session/{session.Id}");
        token.ReturnedAtUtc = now;
        if (journal.Apply(write, session, SessionEvent.Returned, new SessionFacts()))
            journal.Tell(write, session, TimelineKind.CameBack);
    }

    private async Task<Result<VerificationSession>> AgreeAsync(
        PortalWrite write, Guid sessionId, Consent consent, CancellationToken cancellationToken)
    {
        var session = await write.Set<VerificationSession>().SingleOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
        if (session is null)
            return new PortalError("link-unknown");
        if (!EndUserView.Of(session, journal.NowUtc).MayStart)
            return new PortalError("link-closed");
        if (session.ConsentedAtUtc is not null)
            return session;
        var subject = await write.Set<Subject>().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
        write.Set<ConsentRecord>().Add(new ConsentRecord
        {
            Id = entropy.NewId(clock),
            SessionId = session.Id,
            TextVersion = consent.TextVersion,
            TextSha256 = consent.TextSha256,
            Language = consent.Language,
            GivenAtUtc = journal.NowUtc,
            SealedAddress = subjects.SealText(subject, "consent-address", consent.Address),
            Act = "ticked-and-started",
        });
        session.ConsentedAtUtc = journal.NowUtc;
        journal.Tell(write, session, TimelineKind.Consented, consent.TextVersion);
        audit.Record(write, Actor.EndUser, AuditAction.ConsentGiven, $"session/{session.Id}", consent.TextVersion);
        return session;
    }
}
