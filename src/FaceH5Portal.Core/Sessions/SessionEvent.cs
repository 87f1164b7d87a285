namespace FaceH5Portal.Core.Sessions;

/// <summary>What can happen to a session.</summary>
public enum SessionEvent
{
    /// <summary>The person left for the vendor's page.</summary>
    Launched,

    /// <summary>The person came back with a valid state: a hint, not a verdict.</summary>
    Returned,

    /// <summary>The token's two hours are over.</summary>
    TokenDied,

    /// <summary>The vendor's server says passed.</summary>
    Passed,

    /// <summary>The vendor's server says failed.</summary>
    Failed,

    /// <summary>The vendor's server says that nobody has tried.</summary>
    NotStarted,

    LinkExpired,

    Cancelled,

    /// <summary>The vendor has forgotten what it knew before we could learn it.</summary>
    ResultLost,
}
