using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>Writes down how a check ended: what it means, what it cost, and the answer itself.</summary>
public sealed class PhotoCheckRecorder(
    PortalStore store, EvidenceVault evidence, LedgerBook ledger, AuditTrail audit, PhotoCheckSettings settings, IEnumerable<ICheckGate> gates, SessionJournal journal)
{
    public const int LongestMessage = 256;

    private const int LongestCode = 64;

    internal Task<Result<Guid>> RecordAsync(Guid checkId, PhotoCheckResult result) => store.WriteAsync<Guid>(async write =>
    {
        var check = write.Find<PhotoCheck>(checkId)!;
        var subject = write.Find<Subject>(check.SubjectId)!;
        Apply(check, result);
        KeepAnswer(write, check, subject, result);
        await ChargeAsync(write, check, result.Charged);
        if (check.State == PhotoCheckState.NotSent)
            foreach (var gate in gates)
                await gate.GiveBackAsync(write, subject, CancellationToken.None);
        Tell(write, check);
        TellSession(write, check);
        return check.Id;
    }, CancellationToken.None);

    /// <summary>The portal was stopped between the record and the answer: nobody knows what the vendor did.</summary>
    internal void EndUnknown(PortalWrite write, PhotoCheck check, string code)
    {
        (check.State, check.Outcome, check.ErrorKind) = (PhotoCheckState.EndUnknown, Outcome.ProviderError, PhotoErrorKind.Transport);
        (check.Code, check.Charged, check.RetryWith, check.EndedAtUtc) = (code, VendorCharged.Unknown, RetryWith.Never, journal.NowUtc);
        check.Version++;
        Tell(write, check);
    }

    /// <summary>In the ledger once the vendor, or somebody who asked it, says that it was charged.</summary>
    internal async Task ChargeAsync(PortalWrite write, PhotoCheck check, VendorCharged charged)
    {
        check.Charged = charged;
        if (charged == VendorCharged.Unknown)
            return;
        check.MayCost = null;
        if (charged == VendorCharged.No)
            return;
        var type = PhotoCheckSettings.TypeOf(check.Vendor);
        var owner = new ChargeOwner(check.ChargedTo, check.Id, ChargeOwner.NoPlan, check.Reference, settings.TariffOf(check.Vendor));
        await ledger.PostAsync(write, owner, [new Charge(PhotoCheck.ChargeOrder, type, check.Vendor.ToString(), 1, check.AskedAtUtc)], CancellationToken.None);
        write.Announce(new PortalChange(LedgerDesk.Topic, check.ChargedTo));
    }

    internal void Tell(PortalWrite write, PhotoCheck check, bool asked = false)
    {
        audit.Record(write, Actor.System, asked ? AuditAction.PhotoCheckAsked : AuditAction.PhotoCheckEnded, $"photo-check/{check.Id}",
            asked ? check.Vendor.ToString() : $"{check.Vendor} {check.State} {check.Outcome}");
        write.Announce(new PortalChange(PhotoCheckService.Topic, check.GroupId));
    }

    private void Apply(PhotoCheck check, PhotoCheckResult result)
    {
        check.State = !result.WasSent ? PhotoCheckState.NotSent : result.EndUnknown ? PhotoCheckState.EndUnknown : PhotoCheckState.Answered;
        check.EndedAtUtc = journal.NowUtc;
        (check.Outcome, check.RetryWith, check.ErrorKind) = (PhotoMeanings.Of(result.Outcome), PhotoMeanings.Of(result.RetryWith), result.ErrorKind);
        (check.Code, check.Message, check.RequestId) = (Cut(result.Code, LongestCode), Cut(result.Message, LongestMessage), Cut(result.RequestId, LongestCode));
        (check.Score, check.Scale, check.Threshold) = (result.Score, result.Scale, result.Threshold);
        check.Version++;
    }

    /// <summary>Nothing is kept of somebody who was erased while the vendor was at it.</summary>
    private void KeepAnswer(PortalWrite write, PhotoCheck check, Subject subject, PhotoCheckResult result)
    {
        if (result.RawBody is not { Length: > 0 } body)
            return;
        var answer = evidence.Seal(subject, new NewEvidence(EvidenceKind.Answer, Encoding.UTF8.GetBytes(body), "application/json")
        {
            SessionId = check.GroupId,
            LogId = check.RequestId,
        });
        if (answer.Ok && evidence.Add(write, Actor.System, answer.Value, $"photo-check/{check.Id}") is null)
            check.AnswerId = answer.Value.Item.Id;
    }

    /// <summary>What another vendor says decides nothing about a session; a person does.</summary>
    private void TellSession(PortalWrite write, PhotoCheck check)
    {
        if (check.SessionId is not { } id)
            return;
        var session = write.Find<VerificationSession>(id)!;
        journal.Tell(write, session, TimelineKind.PhotoCheckEnded, $"{check.Vendor} {check.Outcome}");
        if (check.Outcome != Outcome.ProviderError && session.Privacy != PrivacyState.Redacted)
            session.NeedReview(ReviewCause.PhotoChecked, journal.NowUtc);
    }

    private static string? Cut(string? text, int longest) => text?.Length > longest ? text[..longest] : text;
}
