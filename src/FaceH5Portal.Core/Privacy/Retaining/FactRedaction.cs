using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Retaining;

/// <summary>
/// Takes name and number, or the scores, out of sessions whose plan says so, and with them the vendor's answers, which hold
/// both. Verdicts, codes, hashes, consents and charges stay. What is held waits until the hold is lifted.
/// </summary>
public sealed class FactRedaction(
    PortalStore store, EvidenceRetention retention, DeletionProof proof, SessionJournal journal, AuditTrail audit)
{
    private const int Batch = 100;

    /// <summary>Answers how many sessions lost something. One pass takes a hundred of each; who wants all calls until none is left.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var identities = await RedactAsync(DeletionRule.IdentityTimeOver, cancellationToken);
        return identities + await RedactAsync(DeletionRule.ScoreTimeOver, cancellationToken);
    }

    /// <summary>What should have been gone by then and is still there.</summary>
    public async Task<int> OverdueAsync(DateTime sinceUtc, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await Due(db, DeletionRule.IdentityTimeOver, sinceUtc).CountAsync(cancellationToken)
            + await Due(db, DeletionRule.ScoreTimeOver, sinceUtc).CountAsync(cancellationToken);
    }

    private async Task<int> RedactAsync(DeletionRule rule, CancellationToken cancellationToken)
    {
        await using (var db = await store.ReadAsync(cancellationToken))
            if (!await Due(db, rule, journal.NowUtc).AnyAsync(cancellationToken))
                return 0;
        var redacted = await store.WriteAsync<int>(async write =>
        {
            var due = await write.TakeAsync(Due(write.Context, rule, journal.NowUtc).OrderBy(session => session.FinishedAtUtc).Take(Batch), cancellationToken);
            var answers = new List<EvidenceItem>();
            foreach (var session in due)
            {
                answers.AddRange(await DeleteAnswersAsync(write, session, cancellationToken));
                await (rule == DeletionRule.IdentityTimeOver ? ForgetIdentityAsync(write, session, cancellationToken) : ForgetScoresAsync(write, session, cancellationToken));
                audit.Record(write, Actor.System, AuditAction.DataRedacted, $"session/{session.Id}", rule.ToString());
            }
            proof.Write(write, rule, [.. due.Select(session => session.Id.ToString()), .. answers.Select(item => item.Sha256)],
                due.Count, answers.Sum(item => item.Bytes), $"Session {due.Count}, Answer {answers.Count}");
            return due.Count;
        }, cancellationToken);
        return redacted.Ok ? redacted.Value : 0;
    }

    private static IQueryable<VerificationSession> Due(PortalDbContext db, DeletionRule rule, DateTime nowUtc)
    {
        var sessions = db.Set<VerificationSession>().Where(session => !db.Set<Subject>().Any(subject => subject.Id == session.SubjectId && subject.HeldAtUtc != null));
        return rule == DeletionRule.IdentityTimeOver
            ? sessions.Where(session => session.IdentityUntilUtc != null && session.IdentityUntilUtc <= nowUtc)
            : sessions.Where(session => session.ScoresUntilUtc != null && session.ScoresUntilUtc <= nowUtc);
    }

    private async Task<List<EvidenceItem>> DeleteAnswersAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        var answers = await write.TakeAsync(write.Set<EvidenceItem>()
            .Where(item => (item.SessionId == session.Id || write.Set<PhotoCheck>().Any(check => check.SessionId == session.Id && check.GroupId == item.SessionId))
                && item.Kind == EvidenceKind.Answer && item.BlobId != null), cancellationToken);
        answers.ForEach(item => retention.Delete(write, item));
        return answers;
    }

    private async Task ForgetIdentityAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        SubjectVault.Forget(write.Find<Subject>(session.SubjectId)!);
        await write.Set<ConsentRecord>().Where(consent => consent.SessionId == session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.SealedGuardian, (byte[]?)null), cancellationToken);
        (session.SealedContact, session.IdentityUntilUtc) = (null, null);
        journal.Tell(write, session, TimelineKind.IdentityRedacted);
    }

    private async Task ForgetScoresAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        await write.Set<Attempt>().Where(attempt => attempt.SessionId == session.Id).ExecuteUpdateAsync(set => set
            .SetProperty(attempt => attempt.Score, (double?)null)
            .SetProperty(attempt => attempt.LivenessScore, (double?)null)
            .SetProperty(attempt => attempt.SpoofingScore, (double?)null), cancellationToken);
        await write.Set<PhotoCheck>().Where(check => check.SessionId == session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(check => check.Score, (double?)null), cancellationToken);
        session.ScoresUntilUtc = null;
        journal.Tell(write, session, TimelineKind.ScoresRedacted);
    }
}
