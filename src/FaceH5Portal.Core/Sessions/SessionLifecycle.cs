using static FaceH5Portal.Core.Sessions.SessionStatus;
using static FaceH5Portal.Core.Sessions.TransitionCondition;

namespace FaceH5Portal.Core.Sessions;

public sealed record Transition(SessionStatus From, SessionEvent On, TransitionCondition When, SessionStatus To);

/// <summary>
/// Every way a session can go; docs/session-states.md draws it. What is not listed changes nothing: a late fact
/// after a final status is recorded beside it.
/// </summary>
public static class SessionLifecycle
{
    public static IReadOnlyList<Transition> Table { get; } =
    [
        new(AwaitingUser, SessionEvent.Launched, Always, Capturing),
        new(AwaitingUser, SessionEvent.Passed, Always, Passed),
        new(AwaitingUser, SessionEvent.Failed, RetryAllowed, AwaitingUser),
        new(AwaitingUser, SessionEvent.Failed, Always, Failed),
        new(AwaitingUser, SessionEvent.LinkExpired, VerdictPending, Confirming),
        new(AwaitingUser, SessionEvent.LinkExpired, VerdictLost, Unresolved),
        new(AwaitingUser, SessionEvent.LinkExpired, Always, Expired),
        new(AwaitingUser, SessionEvent.Cancelled, Always, Cancelled),

        new(Capturing, SessionEvent.Launched, Always, Capturing),
        new(Capturing, SessionEvent.Returned, Always, Confirming),
        new(Capturing, SessionEvent.TokenDied, Always, Confirming),
        new(Capturing, SessionEvent.Passed, Always, Passed),
        new(Capturing, SessionEvent.Failed, RetryAllowedOnLiveToken, Capturing),
        new(Capturing, SessionEvent.Failed, RetryAllowed, AwaitingUser),
        new(Capturing, SessionEvent.Failed, Always, Failed),
        new(Capturing, SessionEvent.Cancelled, Always, Cancelled),

        new(Confirming, SessionEvent.Passed, Always, Passed),
        new(Confirming, SessionEvent.Failed, RetryAllowedOnLiveToken, Capturing),
        new(Confirming, SessionEvent.Failed, RetryAllowed, AwaitingUser),
        new(Confirming, SessionEvent.Failed, Always, Failed),
        new(Confirming, SessionEvent.NotStarted, TokenLives, Capturing),
        new(Confirming, SessionEvent.NotStarted, Always, AwaitingUser),
        new(Confirming, SessionEvent.ResultLost, Always, Unresolved),
        new(Confirming, SessionEvent.Cancelled, Always, Cancelled),
    ];

    /// <summary>The status that follows, or null when the event changes nothing.</summary>
    public static SessionStatus? Decide(SessionStatus status, SessionEvent happened, SessionFacts facts) =>
        Table.FirstOrDefault(row => row.From == status && row.On == happened && Holds(row.When, facts))?.To;

    private static bool Holds(TransitionCondition condition, SessionFacts facts) => condition switch
    {
        TokenLives => facts.TokenLives,
        RetryAllowed => facts.RetryAllowed,
        RetryAllowedOnLiveToken => facts.RetryAllowed && facts.TokenLives,
        VerdictPending => facts.VerdictPending,
        VerdictLost => facts.VerdictLost,
        _ => true,
    };
}
