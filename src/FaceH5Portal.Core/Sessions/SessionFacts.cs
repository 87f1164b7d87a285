namespace FaceH5Portal.Core.Sessions;

/// <summary>What the lifecycle's conditions ask about, at the moment of the event.</summary>
/// <param name="TokenLives">Some token may still be used.</param>
/// <param name="RetryAllowed">Another attempt is open to the person.</param>
/// <param name="VerdictPending">Some token without a verdict has a question still to come.</param>
/// <param name="VerdictLost">Some token's verdict could not be had before the vendor forgot it.</param>
public sealed record SessionFacts(bool TokenLives = false, bool RetryAllowed = false, bool VerdictPending = false, bool VerdictLost = false);

/// <summary>A row's condition; the first row that holds decides.</summary>
public enum TransitionCondition
{
    Always,
    TokenLives,
    RetryAllowed,
    RetryAllowedOnLiveToken,
    VerdictPending,
    VerdictLost,
}
