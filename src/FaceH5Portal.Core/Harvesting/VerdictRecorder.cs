using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Turns one answer into attempts, charges, debts and the session's next status.</summary>
public sealed class VerdictRecorder(
    SessionJournal journal, AttemptRecorder attempts, GivenIdentity identities, AvoidableCharges avoidable, LedgerBook ledger, TokenAccounts accounts,
    HarvestDebts debts, AuditTrail audit)
{
    public async Task RecordAsync(
        PortalWrite write, TokenFile file, VendorAnswer<VerificationRecord> answer, CancellationToken cancellationToken)
    {
        var (session, token) = (file.Session, file.Token);
        token.Version++;
        var meaning = VerdictAnswer.MeaningOf(answer);
        switch (meaning)
        {
            case VerdictMeaning.Attempts:
                await TakeAsync(write, file, answer.Value!, cancellationToken);
                break;
            case var _ when TokenClosing.IsForgotten(token, meaning, journal.NowUtc):
                GiveUp(write, file, answer.Fault!);
                break;
            case VerdictMeaning.Comparing:
                token.DueUtc = journal.NowUtc + HarvestSchedule.Comparing(token.Tries++);
                break;
            case VerdictMeaning.NobodyTried or VerdictMeaning.TokenRefused:
                TokenClosing.AfterNothing(token, session.Terms.EarlyProbes, journal.NowUtc);
                debts.DropUnread(file);
                debts.OweFinal(file);
                accounts.Close(write, token.Id);
                ApplyNotStarted(write, file);
                break;
            default:
                AskAgainLater(write, file, answer.Fault!);
                break;
        }
        file.Note();
    }

    private async Task TakeAsync(PortalWrite write, TokenFile file, VerificationRecord record, CancellationToken cancellationToken)
    {
        var (session, token) = (file.Session, file.Token);
        token.Tries = 0;
        token.LastFault = null;
        var fresh = attempts.Add(write, file, record);
        identities.Learn(file, record);
        var passed = record.Attempts.Any(attempt => attempt.Passed);
        TokenClosing.AfterAttempts(token, takesMore: !passed && session.Terms.UrlStaysOnFailure, journal.NowUtc);
        var charges = VendorCharges.Of(record, complete: token.EndedAtUtc is not null);
        var owner = charges.Count == 0 ? file.Owner : file.Owner with { Avoidable = avoidable.CauseOf(write, file) };
        var posted = await ledger.PostAsync(write, owner, charges, cancellationToken);
        accounts.HearRecord(write, file.Owner, ChargeFacts.Of(file, record, posted));
        debts.Owe(file, record, fresh);
        debts.OweFinal(file);
        debts.Refresh(file, record);

        if (fresh.Count == 0)
        {
            ApplyNotStarted(write, file);
            return;
        }
        journal.Apply(write, session, passed ? SessionEvent.Passed : SessionEvent.Failed, Facts(file, fresh[^1]));
        audit.Record(write, Actor.System, AuditAction.VerdictRecorded, $"session/{session.Id}", session.Status.ToString());
    }

    private void ApplyNotStarted(PortalWrite write, TokenFile file)
    {
        if (journal.Apply(write, file.Session, SessionEvent.NotStarted, Facts(file, null)))
            journal.Tell(write, file.Session, TimelineKind.NotStarted);
    }

    private void AskAgainLater(PortalWrite write, TokenFile file, VendorFault fault)
    {
        var token = file.Token;
        token.LastFault = fault.Code ?? fault.Kind.ToString();
        token.DueUtc = journal.NowUtc + HarvestSchedule.After(fault, token.Tries);
        // What was never asked is no try that failed.
        if (fault.Kind == VendorFaultKind.Paused)
            return;
        if (token.Tries++ == 0)
            journal.Tell(write, file.Session, TimelineKind.VendorFault, token.LastFault);
        if (journal.NowUtc >= token.DiesAtUtc)
            debts.OweUnread(file);
    }

    private void GiveUp(PortalWrite write, TokenFile file, VendorFault fault)
    {
        var (session, token) = (file.Session, file.Token);
        token.LastFault = fault.Code ?? fault.Kind.ToString();
        token.DueUtc = null;
        token.EndedAtUtc ??= journal.NowUtc;
        accounts.LoseRecord(write, file.Owner);
        // Also beside a final status; not where only a fresh address of something known was asked for.
        if (!journal.Apply(write, session, SessionEvent.ResultLost, new SessionFacts()) && file.Attempts.Count > 0)
            return;
        journal.Tell(write, session, TimelineKind.ResultLost, token.LastFault);
        audit.Record(write, Actor.System, AuditAction.ResultLost, $"session/{session.Id}", token.LastFault);
    }

    private SessionFacts Facts(TokenFile file, Attempt? last)
    {
        var (session, now) = (file.Session, journal.NowUtc);
        return new SessionFacts(
            TokenLives: file.Tokens.Any(token => token.LivesAt(now)),
            RetryAllowed: now < session.LinkExpiresUtc && session.AttemptCount < session.Terms.MaxAttempts
                && last is not null && OutcomeMapper.MayTryAgain(last, session.Terms));
    }
}
