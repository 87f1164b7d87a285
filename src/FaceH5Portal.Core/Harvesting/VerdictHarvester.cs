using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Asks how one token ended: question, answer, and what it changes.</summary>
public sealed class VerdictHarvester(
    PortalStore store, IBaiduFaceClient vendor, SubjectVault subjects, EvidenceVault evidence, SessionJournal journal,
    VerdictRecorder recorder)
{
    /// <summary>Does nothing when the token is not due, or when nothing yet shows that the person acted.</summary>
    public async Task AskAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        var question = await store.WriteAsync<Question>(
            write => PrepareAsync(write, tokenId, cancellationToken), cancellationToken);
        if (!question.Ok)
            return;
        var answer = await vendor.GetAllAsync(question.Value.VerifyToken, cancellationToken);
        var kept = answer is { IsSuccess: true, RawBody: { } body }
            ? await evidence.StoreAsync(question.Value.Subject, AnswerEvidence(question.Value, body), cancellationToken)
            : null;
        await store.WriteAsync<Guid>(async write =>
        {
            var (session, token) = await LoadAsync(write, tokenId, cancellationToken);
            if (kept is { Ok: true })
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
        // The vendor may kill a token that is asked about before its person acted.
        if (token.ReturnedAtUtc is null && now < token.DiesAtUtc)
            return new PortalError("no-evidence-of-the-act");
        token.AskedAtUtc = now;
        token.DueUtc = now + HarvestSchedule.Lease;
        token.Version++;
        if (now >= token.DiesAtUtc && journal.Apply(write, session, SessionEvent.TokenDied, new SessionFacts()))
            journal.Tell(write, session, TimelineKind.TokenDied);
        var subject = await write.Set<Subject>().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
        return new Question(session.Id, tokenId, subject, subjects.OpenText(subject, "verify-token", token.SealedToken));
    }

    private static async Task<(VerificationSession, VerifyToken)> LoadAsync(
        PortalWrite write, Guid tokenId, CancellationToken cancellationToken)
    {
        var token = await write.Set<VerifyToken>().SingleAsync(t => t.Id == tokenId, cancellationToken);
        return (await write.Set<VerificationSession>().SingleAsync(s => s.Id == token.SessionId, cancellationToken), token);
    }

    private static NewEvidence AnswerEvidence(Question question, string body) =>
        new(EvidenceKind.Answer, System.Text.Encoding.UTF8.GetBytes(body), "application/json")
        {
            SessionId = question.SessionId,
            VerifyTokenId = question.TokenId,
        };

    private sealed record Question(Guid SessionId, Guid TokenId, Subject Subject, string VerifyToken);
}
