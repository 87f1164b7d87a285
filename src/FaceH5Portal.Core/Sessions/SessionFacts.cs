namespace FaceH5Portal.Core.Sessions;

/// <summary>What the lifecycle's conditions ask about, at the moment of the event.</summary>
public sealed record SessionFacts(bool TokenLives = false, bool LinkLives = false, bool RetryAllowed = false);

/// <summary>A row's condition; the first row that holds decides.</summary>
public enum TransitionCondition
{
    Always,
    TokenLives,
    LinkLives,
    RetryAllowed,
    RetryAllowedOnLiveToken,
}
