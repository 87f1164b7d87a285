using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Asks how one token ended: question, answer, and what it changes.</summary>
public sealed class VerdictHarvester(
    PortalStore store, VendorQuestions vendor, SubjectVault subjects, EvidenceVault evidence, SessionJournal journal,
    VerdictRecorder recorder)
{
    /// <summary>Does nothing when the token is not due, or when nothing yet shows that the person acted.</summary>
    public async Task AskAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        var question = await store.WriteAsync<Question>(
            write => PrepareAsync(write, tokenId, cancellationToken), cancellationToken);
        if (question is not { Ok: true, Value.VerifyToken: { } verifyToken })
            return;
        var answer = await vendor.AskAsync(question.Value.CredentialId, client => client.GetAllAsync(verifyToken, cancellationToken));
        var kept = answer is { IsSuccess: true, RawBody: { } body }
            ? await evidence.StoreAsync(question.Value.Subject, AnswerEvidence(question.Value, body), cancellationToken)
            : null;
        // An answer that cannot be kept is asked for again when the claim runs out.
        if (kept is { Ok: false })
            return;
        await store.WriteAsync<Guid>(async write =>
        {
            var (session, token) = await LoadAsync(write, tokenId, cancellationToken);
            // Erased while the vendor answered: what it said is nobody's any more.
            if (session.Privacy == PrivacyState.Redacted)
                return new PortalError(SessionRedaction.Code);
            if (kept is not null)
                evidence.Add(write, Access.Actor.System, kept.Value);
            await recorder.RecordAsync(write, session, token, question.Value.Subject, answer, cancellationToken);
            return session.Id;
        }, cancellationToken);
    }

    private async Task<Result<Question>> PrepareAsync(PortalWrite write, Guid tokenId, CancellationToken cancellationToken)
    {
        var (session, token) = await LoadAsync(write, tokenId, cancellationToken);
        var now = journal.NowUtc;
        if (token.DueUtc is null || token.DueUtc > now)
            return new PortalError("not-due");
        if (!await MayAskAsync(write, session, token, cancellationToken))
            return new PortalError("no-evidence-of-the-act");
        token.AskedAtUtc = now;
        token.DueUtc = now + HarvestSchedule.Lease;
        token.Version++;
        if (now >= token.DiesAtUtc && !await AnotherLivesAsync(write, token, cancellationToken)
            && journal.Apply(write, session, SessionEvent.TokenDied, new SessionFacts()))
            journal.Tell(write, session, TimelineKind.TokenDied);
        var subject = await write.Set<Subject>().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
        var verifyToken = subjects.TryOpenText(subject, "verify-token", token.SealedToken);
        if (verifyToken is null)
            token.DueUtc = null;
        return new Question(session.Id, tokenId, token.CredentialId, subject, verifyToken);
    }

    /// <summary>The vendor may kill a token that is asked about before its person acted, so there must be evidence of the act, or somebody who takes the risk.</summary>
    private async Task<bool> MayAskAsync(PortalWrite write, VerificationSession session, VerifyToken token, CancellationToken cancellationToken) =>
        token.ReturnedAtUtc is not null || journal.NowUtc >= token.DiesAtUtc
        || session.Terms.EarlyProbes && journal.NowUtc >= token.MintedAtUtc + EarlyProbes.First
        || token.RiskTakenBy is not null
        || await write.Set<Attempt>().AnyAsync(attempt => attempt.VerifyTokenId == token.Id, cancellationToken);

    /// <summary>The person may be in the capture with a newer token while this one dies.</summary>
    private async Task<bool> AnotherLivesAsync(PortalWrite write, VerifyToken token, CancellationToken cancellationToken) =>
        (await write.Set<VerifyToken>().Where(t => t.SessionId == token.SessionId && t.Id != token.Id).ToListAsync(cancellationToken))
            .Exists(other => other.LivesAt(journal.NowUtc));

    private static async Task<(VerificationSession, VerifyToken)> LoadAsync(
        PortalWrite write, Guid tokenId, CancellationToken cancellationToken)
    {
        var found = await write.Set<VerifyToken>().Where(t => t.Id == tokenId)
            .Join(write.Set<VerificationSession>(), t => t.SessionId, s => s.Id, (token, session) => new { token, session })
            .SingleAsync(cancellationToken);
        return (found.session, found.token);
    }

    private static NewEvidence AnswerEvidence(Question question, string body) =>
        new(EvidenceKind.Answer, System.Text.Encoding.UTF8.GetBytes(body), "application/json")
        {
            SessionId = question.SessionId,
            VerifyTokenId = question.TokenId,
        };

    /// <param name="VerifyToken">Null when its person is erased: then there is nothing to ask, now or later.</param>
    private sealed record Question(Guid SessionId, Guid TokenId, string CredentialId, Subject Subject, string? VerifyToken);
}
