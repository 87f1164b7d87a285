using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Turns one answer into attempts, charges, debts and the session's next status.</summary>
public sealed class VerdictRecorder(
    SessionJournal journal, AttemptRecorder attempts, GivenIdentity identities, LedgerBook ledger, HarvestDebts debts, AuditTrail audit)
{
    public async Task RecordAsync(
        PortalWrite write, VerificationSession session, VerifyToken token, Subject subject,
        VendorAnswer<VerificationRecord> answer, CancellationToken cancellationToken)
    {
        token.Version++;
        var meaning = VerdictAnswer.MeaningOf(answer);
        switch (meaning)
        {
            case VerdictMeaning.Attempts:
                await TakeAsync(write, session, token, subject, answer.Value!, cancellationToken);
                break;
            case var _ when TokenClosing.IsForgotten(token, meaning, journal.NowUtc):
                await GiveUpAsync(write, session, token, answer.Fault!, cancellationToken);
                break;
            case VerdictMeaning.Comparing:
                token.DueUtc = journal.NowUtc + HarvestSchedule.Comparing(token.Tries++);
                break;
            case VerdictMeaning.NobodyTried or VerdictMeaning.TokenRefused:
                TokenClosing.AfterNothing(token, session.Terms.EarlyProbes, journal.NowUtc);
                await debts.DropUnreadAsync(write, token, cancellationToken);
                await ApplyNotStartedAsync(write, session, token, cancellationToken);
                break;
            default:
                await AskAgainLaterAsync(write, session, token, answer.Fault!, cancellationToken);
                break;
        }
        await HarvestDebts.SummariseAsync(write, session, cancellationToken);
        SessionJournal.Touch(write, session);
    }

    private async Task TakeAsync(
        PortalWrite write, VerificationSession session, VerifyToken token, Subject subject, VerificationRecord record,
        CancellationToken cancellationToken)
    {
        token.Tries = 0;
        token.LastFault = null;
        var fresh = await attempts.AddAsync(write, session, token, record, cancellationToken);
        await identities.LearnAsync(write, session, record, cancellationToken);
        var passed = record.Attempts.Any(attempt => attempt.Passed);
        TokenClosing.AfterAttempts(token, takesMore: !passed && session.Terms.UrlStaysOnFailure, journal.NowUtc);
        await ledger.PostAsync(write, session.Id, token.Id, VendorCharges.Of(record, complete: token.EndedAtUtc is not null),
            type => PriceOf(session.Terms, type), cancellationToken);
        debts.Owe(write, session, token, subject, record, fresh);
        await debts.OweFinalAsync(write, session, token, cancellationToken);
        await debts.RefreshAsync(write, token, subject, record, cancellationToken);

        if (fresh.Count == 0)
        {
            await ApplyNotStartedAsync(write, session, token, cancellationToken);
            return;
        }
        journal.Apply(write, session, passed ? SessionEvent.Passed : SessionEvent.Failed,
            await FactsAsync(write, session, token, fresh[^1], cancellationToken));
        audit.Record(write, Actor.System, AuditAction.VerdictRecorded, $"session/{session.Id}", session.Status.ToString());
    }

    private async Task ApplyNotStartedAsync(
        PortalWrite write, VerificationSession session, VerifyToken token, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(write, session, token, null, cancellationToken);
        if (journal.Apply(write, session, SessionEvent.NotStarted, facts))
            journal.Tell(write, session, TimelineKind.NotStarted);
    }

    private async Task AskAgainLaterAsync(
        PortalWrite write, VerificationSession session, VerifyToken token, VendorFault fault, CancellationToken cancellationToken)
    {
        token.LastFault = fault.Code ?? fault.Kind.ToString();
        token.DueUtc = journal.NowUtc + HarvestSchedule.After(fault, token.Tries);
        // What was never asked is no try that failed.
        if (fault.Kind == VendorFaultKind.Paused)
            return;
        if (token.Tries++ == 0)
            journal.Tell(write, session, TimelineKind.VendorFault, token.LastFault);
        if (journal.NowUtc >= token.DiesAtUtc)
            await debts.OweUnreadAsync(write, session, token, cancellationToken);
    }

    private async Task GiveUpAsync(
        PortalWrite write, VerificationSession session, VerifyToken token, VendorFault fault, CancellationToken cancellationToken)
    {
        token.LastFault = fault.Code ?? fault.Kind.ToString();
        token.DueUtc = null;
        token.EndedAtUtc ??= journal.NowUtc;
        // Also beside a final status; not where only a fresh address of something known was asked for.
        if (!journal.Apply(write, session, SessionEvent.ResultLost, new SessionFacts())
            && await write.Set<Attempt>().AnyAsync(attempt => attempt.VerifyTokenId == token.Id, cancellationToken))
            return;
        journal.Tell(write, session, TimelineKind.ResultLost, token.LastFault);
        audit.Record(write, Actor.System, AuditAction.ResultLost, $"session/{session.Id}", token.LastFault);
    }

    private async Task<SessionFacts> FactsAsync(
        PortalWrite write, VerificationSession session, VerifyToken token, Attempt? last, CancellationToken cancellationToken)
    {
        var now = journal.NowUtc;
        var others = await write.Set<VerifyToken>().Where(t => t.SessionId == session.Id && t.Id != token.Id)
            .ToListAsync(cancellationToken);
        return new SessionFacts(
            TokenLives: token.LivesAt(now) || others.Any(other => other.LivesAt(now)),
            RetryAllowed: now < session.LinkExpiresUtc && session.AttemptCount < session.Terms.MaxAttempts
                && last is not null && OutcomeMapper.MayTryAgain(last, session.Terms));
    }

    private static long PriceOf(PlanTerms terms, ChargeType type) => type switch
    {
        ChargeType.Verify or ChargeType.Match => terms.ComparisonPrice,
        ChargeType.Ocr => terms.OcrPrice,
        _ => 0,
    };
}
