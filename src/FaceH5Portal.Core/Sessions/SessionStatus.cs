namespace FaceH5Portal.Core.Sessions;

/// <summary>Where a session is, in one word each.</summary>
public enum SessionStatus
{
    AwaitingUser,
    Capturing,
    Confirming,
    Passed,
    Failed,
    Expired,
    Cancelled,
    Unresolved,
}

public static class SessionStatusFacts
{
    public static bool IsFinal(this SessionStatus status) => status > SessionStatus.Confirming;
}
