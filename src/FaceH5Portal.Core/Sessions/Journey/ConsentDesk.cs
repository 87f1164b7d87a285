using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>Where the person, or who decides for them, says yes.</summary>
public sealed class ConsentDesk(
    EndUserViews views, SubjectVault subjects, SessionJournal journal, AuditTrail audit, JourneyWatch watch, Entropy entropy, TimeProvider clock)
{
    public const string OwnAct = "ticked-and-started";
    public const string GuardiansAct = "guardian-ticked-and-started";

    /// <summary>Notes the consent unless one that counts is there.</summary>
    internal Result<EndUserView> Agree(PortalWrite write, VerificationSession session, Subject subject, Consent consent)
    {
        var view = views.Of(session, subject);
        if (view.Step != JourneyStep.Consent)
            return view;
        if (Refusal(view, consent) is { } refusal)
            return refusal;
        if (view.AsksBirthDate)
            subjects.NoteBirthDate(subject, consent.Born!.Value);
        if ((view.AsksBirthDate ? views.Of(session, subject) : view).NeedsGuardian && string.IsNullOrWhiteSpace(consent.Guardian))
            return new PortalError("guardian-needed", nameof(Consent.Guardian), Age.OfOwnConsent);
        Note(write, session, subject, consent);
        return views.Of(session, subject);
    }

    private PortalError? Refusal(EndUserView view, Consent consent)
    {
        if (view.AsksBirthDate && consent.Born is null)
            return new PortalError("birth-date-missing", nameof(Consent.Born));
        if (view.AsksBirthDate && !Age.IsPossible(consent.Born!.Value, ChinaDate.Today(clock)))
            return new PortalError("birth-date-impossible", nameof(Consent.Born));
        return consent.Guardian is { } guardian && NameRules.FaultOf(NameRules.Tidy(guardian)) is { } fault and not "name-empty"
            ? new PortalError(fault, nameof(Consent.Guardian), NameRules.Longest) : null;
    }

    private void Note(PortalWrite write, VerificationSession session, Subject subject, Consent consent)
    {
        var hash = ConsentTexts.Keep(write, consent.TextVersion, consent.Language, consent.Text);
        var guardian = string.IsNullOrWhiteSpace(consent.Guardian) ? null : NameRules.Tidy(consent.Guardian);
        write.Add(new ConsentRecord
        {
            Id = entropy.NewId(clock),
            SessionId = session.Id,
            TextVersion = consent.TextVersion,
            TextSha256 = hash,
            Language = consent.Language,
            GivenAtUtc = journal.NowUtc,
            SealedAddress = subjects.SealText(subject, "consent-address", consent.Address),
            SealedGuardian = guardian is null ? null : subjects.SealText(subject, "consent-guardian", guardian),
            Act = guardian is null ? OwnAct : GuardiansAct,
        });
        watch.SeeConsent(consent.Address);
        session.ConsentedAtUtc = journal.NowUtc;
        session.GuardianConsented = guardian is not null;
        journal.Tell(write, session, TimelineKind.Consented, consent.TextVersion);
        audit.Record(write, Actor.EndUser, AuditAction.ConsentGiven, $"session/{session.Id}", consent.TextVersion);
    }
}
