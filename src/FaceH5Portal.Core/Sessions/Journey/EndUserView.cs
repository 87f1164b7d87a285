using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions.Reviewing;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>What the person may know of their session: no id number, no score.</summary>
public sealed record EndUserView(
    Guid SessionId, SessionStatus Status, string Purpose, string? Reason, Outcome? Outcome, JourneyStep Step, PlanTerms Terms)
{
    public bool Consented { get; private init; }

    /// <summary>Nobody under 14 decides alone.</summary>
    public bool NeedsGuardian { get; private init; }

    /// <summary>Nothing else tells their age.</summary>
    public bool AsksBirthDate { get; private init; }

    public bool OtherWayRequested { get; private init; }

    public DateTime? WithdrawnAtUtc { get; private init; }

    public DateTime? FinishedAtUtc { get; private init; }

    /// <summary>Grows with whatever happens to the session, so that a page knows whether it shows the last of it.</summary>
    public int Version { get; private init; }

    /// <summary>Where the caller wants the person to go in the end.</summary>
    public string? ReturnUrl { get; private init; }

    /// <summary>Who made the session, and so knows the key that a hint to them is signed with.</summary>
    public string CreatedBy { get; private init; } = "";

    /// <summary>What follows when they agree now, as far as that can be told.</summary>
    public JourneyStep StepAfterConsent { get; private init; }

    /// <summary>What a person decided about it, beside the vendor's verdict; null where nobody had to, or has yet.</summary>
    public ReviewVerdict? Reviewed { get; init; }

    /// <summary>Why, in the words of whoever decided.</summary>
    public string? ReviewReason { get; init; }

    public bool MayAskOtherWay => !OtherWayRequested && WithdrawnAtUtc is null && Status is not (SessionStatus.Passed or SessionStatus.Cancelled);

    public bool MayWithdraw => Consented && WithdrawnAtUtc is null;

    public static EndUserView Of(VerificationSession session, PersonFacts person, DateTime nowUtc)
    {
        var consented = session.ConsentedAtUtc is not null && (session.GuardianConsented || !person.IsMinor);
        return new EndUserView(
            session.Id, Shown(session, nowUtc), session.Purpose, session.Reason, session.Outcome,
            StepOf(session, person, consented, nowUtc), session.Terms)
        {
            StepAfterConsent = StepOf(session, person, true, nowUtc),
            Consented = consented,
            NeedsGuardian = person.IsMinor,
            // Who is going to give their number here tells their age with it.
            AsksBirthDate = person.Born is null && (person.HasIdentity || !session.Terms.NeedsIdentity),
            OtherWayRequested = session.OtherWayAtUtc is not null,
            WithdrawnAtUtc = session.WithdrawnAtUtc,
            FinishedAtUtc = session.FinishedAtUtc,
            Version = session.Version,
            ReturnUrl = session.ReturnUrl,
            CreatedBy = session.CreatedBy,
        };
    }

    // The pass that ends sessions comes a little after the link's last moment.
    private static SessionStatus Shown(VerificationSession session, DateTime nowUtc) =>
        session.Status == SessionStatus.AwaitingUser && nowUtc >= session.LinkExpiresUtc ? SessionStatus.Expired : session.Status;

    private static JourneyStep StepOf(VerificationSession session, PersonFacts person, bool consented, DateTime nowUtc) => session.Status switch
    {
        SessionStatus.Capturing => JourneyStep.Resume,
        SessionStatus.Confirming => JourneyStep.Wait,
        not SessionStatus.AwaitingUser => JourneyStep.Done,
        _ when nowUtc >= session.LinkExpiresUtc || session.AttemptCount >= session.Terms.MaxAttempts => JourneyStep.Done,
        _ when !consented => JourneyStep.Consent,
        _ when session.Terms.NeedsIdentity && !person.HasIdentity => JourneyStep.Identity,
        _ when session.Terms.NeedsMatchPhoto && session.MatchPhotoId is null => JourneyStep.Photo,
        _ => JourneyStep.Start,
    };
}
