namespace FaceH5Portal.Core.Sessions;

/// <summary>What the person may know of their session: no id number, no score, no code of ours.</summary>
public sealed record EndUserView(
    Guid SessionId, SessionStatus Status, string Purpose, string? Reason, Outcome? Outcome, bool Consented, bool LinkLives,
    int AttemptsLeft, int RetentionDays)
{
    /// <summary>Also while capturing: the same token is used again for someone who closed the tab.</summary>
    public bool MayStart => (Status == SessionStatus.AwaitingUser && LinkLives && AttemptsLeft > 0) || Status == SessionStatus.Capturing;

    public static EndUserView Of(VerificationSession session, DateTime nowUtc) => new(
        session.Id, session.Status, session.Purpose, session.Reason, session.Outcome,
        session.ConsentedAtUtc is not null, nowUtc < session.LinkExpiresUtc,
        Math.Max(0, session.Terms.MaxAttempts - session.AttemptCount), session.Terms.RetentionDays);
}
