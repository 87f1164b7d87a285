using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Asks how one token ended: question, answer, and what it changes.</summary>
public sealed class VerdictHarvester(
    PortalStore store, VendorQuestions vendor, SubjectVault subjects, EvidenceVault evidence, SessionJournal journal,
    VerdictRecorder recorder, HarvestClaims claims)
{
    /// <summary>
    /// Does nothing when the token is not due, or when nothing yet shows that the person acted. Answers what it leaves to be
    /// fetched and has claimed; null where nothing was recorded.
    /// </summary>
    public async Task<IReadOnlyList<Debt>?> AskAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        var question = await store.WriteAsync(write => Prepare(write, tokenId), cancellationToken);
        if (question is not { Ok: true, Value.VerifyToken: { } verifyToken })
            return null;
        using var trace = VerificationTrace.Start("verdict", question.Value.SessionId);
        var answer = await vendor.AskAsync(question.Value.CredentialId, client => client.GetAllAsync(verifyToken, cancellationToken), cancellationToken);
        var kept = answer is { IsSuccess: true, RawBody: { } body } ? evidence.Seal(question.Value.Subject, AnswerEvidence(question.Value, body, answer.LogId)) : null;
        var left = await store.WriteAsync(write => RecordAsync(write, tokenId, answer, kept?.Value, cancellationToken), cancellationToken);
        return left.Ok ? left.Value : null;
    }

    private async Task<Result<List<Debt>>> RecordAsync(
        PortalWrite write, Guid tokenId, VendorAnswer<VerificationRecord> answer, SealedEvidence? kept, CancellationToken cancellationToken)
    {
        var file = TokenFile.Load(write, tokenId);
        // Erased while the vendor answered: what it said is nobody's any more.
        if (file.Session.Privacy == PrivacyState.Redacted)
            return new PortalError(SessionRedaction.Code);
        if (kept is not null && evidence.Add(write, Access.Actor.System, kept) is { } refused)
            return refused;
        await recorder.RecordAsync(write, file, answer, cancellationToken);
        return claims.Take(file);
    }

    private Result<Question> Prepare(PortalWrite write, Guid tokenId)
    {
        var file = TokenFile.Load(write, tokenId);
        var (token, now) = (file.Token, journal.NowUtc);
        if (token.DueUtc is null || token.DueUtc > now)
            return new PortalError("not-due");
        if (!MayAsk(file, now))
            return new PortalError("no-evidence-of-the-act");
        token.AskedAtUtc = now;
        token.DueUtc = now + HarvestSchedule.Lease;
        token.Version++;
        // The person may be in the capture with a newer token while this one dies.
        if (now >= token.DiesAtUtc && !file.OtherTokens.Any(other => other.LivesAt(now))
            && journal.Apply(write, file.Session, SessionEvent.TokenDied, new SessionFacts()))
            journal.Tell(write, file.Session, TimelineKind.TokenDied);
        var verifyToken = subjects.TryOpenText(file.Subject, "verify-token", token.SealedToken);
        if (verifyToken is null)
            token.DueUtc = null;
        return new Question(file.Session.Id, tokenId, token.CredentialId, file.Subject, verifyToken);
    }

    /// <summary>The vendor may kill a token that is asked about before its person acted, so there must be evidence of the act, or somebody who takes the risk.</summary>
    private static bool MayAsk(TokenFile file, DateTime now) =>
        file.Token.ReturnedAtUtc is not null || now >= file.Token.DiesAtUtc
        || file.Session.Terms.EarlyProbes && now >= file.Token.MintedAtUtc + EarlyProbes.First
        || file.Token.RiskTakenBy is not null || file.Attempts.Count > 0;

    private static NewEvidence AnswerEvidence(Question question, string body, string? logId) =>
        new(EvidenceKind.Answer, System.Text.Encoding.UTF8.GetBytes(body), "application/json")
        {
            SessionId = question.SessionId,
            VerifyTokenId = question.TokenId,
            LogId = logId,
        };

    /// <param name="VerifyToken">Null when its person is erased: then there is nothing to ask, now or later.</param>
    private sealed record Question(Guid SessionId, Guid TokenId, string CredentialId, Subject Subject, string? VerifyToken)
    {
        public override string ToString() => $"question about {TokenId}";
    }
}
