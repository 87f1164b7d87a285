using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>The read side of sessions, for the console.</summary>
public sealed class SessionQueries(PortalStore store, SubjectVault subjects, PortalLinks links, TimeProvider clock)
{
    public async Task<Result<SessionDetail>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var session = await db.Set<VerificationSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (session is null)
            return new PortalError("session-unknown");
        var subject = await db.Set<Subject>().AsNoTracking().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
        var attempts = await db.Set<Attempt>().AsNoTracking().Where(a => a.SessionId == id)
            .OrderBy(a => a.VerifiedAtUtc).ThenBy(a => a.Order).ToListAsync(cancellationToken);
        var minted = await db.Set<VerifyToken>().Where(t => t.SessionId == id && t.EndedAtUtc == null)
            .MaxAsync(t => (DateTime?)t.MintedAtUtc, cancellationToken);
        return new SessionDetail(
            RowOf(session, subject), session.Terms,
            subjects.IdentityOf(subject) is { } identity ? Masking.Number(identity.Number) : null,
            session.Harvest, LinkOf(actor, session, subject), VendorWindows.Of(minted, attempts.Max(a => (DateTime?)a.VerifiedAtUtc)), attempts,
            await db.Set<TimelineEntry>().AsNoTracking().Where(t => t.SessionId == id)
                .OrderBy(t => t.OccurredAtUtc).ThenBy(t => t.Sequence).ToListAsync(cancellationToken),
            await db.Set<EvidenceItem>().AsNoTracking().Where(e => e.SessionId == id)
                .OrderBy(e => e.StoredAtUtc).ToListAsync(cancellationToken),
            await ChargesAsync(db, actor, [id], cancellationToken))
        {
            ResolvedBy = session.ResolvedBy,
            ResolvedReason = session.ResolvedReason,
            OtherWayAtUtc = session.OtherWayAtUtc,
            WithdrawnAtUtc = session.WithdrawnAtUtc,
            ArchivedAtUtc = session.ArchivedAtUtc,
            Consents = await ConsentsAsync(db, id, cancellationToken),
        };
    }

    /// <summary>Attempts that the vendor still remembers, newest first, with what they cost.</summary>
    public async Task<Result<IReadOnlyList<ResultRow>>> RecentResultsAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var since = clock.GetUtcNow().UtcDateTime - TokenWindows.Results;
        var found = await db.Set<Attempt>().AsNoTracking().Where(a => a.VerifiedAtUtc >= since)
            .Join(db.Set<VerificationSession>(), a => a.SessionId, s => s.Id, (attempt, session) => new { attempt, session })
            .OrderByDescending(f => f.attempt.VerifiedAtUtc).Take(500).ToListAsync(cancellationToken);
        var sessionIds = found.Select(f => f.session.Id).Distinct().ToList();
        var charges = await ChargesAsync(db, actor, sessionIds, cancellationToken);
        var byAttempt = charges.ToLookup(c => (c.VerifyTokenId, c.Order));
        return found.Select(f => new ResultRow(f.attempt, f.session.Terms.Name, f.session.Reference,
            byAttempt[(f.attempt.VerifyTokenId, f.attempt.Order)].ToList())).ToList();
    }

    private static Task<List<GivenConsent>> ConsentsAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Set<ConsentRecord>().Where(record => record.SessionId == id).OrderBy(record => record.GivenAtUtc)
            .Join(db.Set<ConsentText>(), record => record.TextSha256, text => text.Sha256, (record, text) => new GivenConsent(
                record.Id, record.TextVersion, record.TextSha256, record.Language, record.GivenAtUtc, record.Act, text.Text))
            .ToListAsync(cancellationToken);

    private static async Task<List<LedgerEntry>> ChargesAsync(
        PortalDbContext db, Actor actor, List<Guid> sessionIds, CancellationToken cancellationToken) =>
        actor.May(Permission.SeeMoney)
            ? await db.Set<LedgerEntry>().AsNoTracking().Where(e => sessionIds.Contains(e.SessionId))
                .OrderBy(e => e.ChargedAtUtc).ToListAsync(cancellationToken)
            : [];

    private SessionRow RowOf(VerificationSession session, Subject subject) => new(
        session.Id, subjects.IdentityOf(subject) is { } identity ? Masking.Name(identity.Name) : null,
        session.Reference, session.Terms.Name, session.Status, session.Outcome, session.Reason, session.Review,
        session.Privacy, session.CreatedAtUtc, session.LinkExpiresUtc);

    private Uri? LinkOf(Actor actor, VerificationSession session, Subject subject) =>
        actor.May(Permission.CreateSessions) && !session.Status.IsFinal()
        && subjects.TryOpenText(subject, "link", session.SealedLink) is { } code ? links.EndUser(code) : null;
}
