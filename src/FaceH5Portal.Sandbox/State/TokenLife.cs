using FaceH5Portal.Sandbox.Plans;

namespace FaceH5Portal.Sandbox.State;

/// <summary>The vendor's rules about how long a verify_token is good for what.</summary>
internal static class TokenLife
{
    public static readonly TimeSpan ToBeUsed = TimeSpan.FromHours(2);
    public static readonly TimeSpan ResultKept = TimeSpan.FromDays(3);
    public static readonly TimeSpan MediaKept = TimeSpan.FromDays(1);

    public static TokenPhase PhaseAt(this VerifyToken token, DateTimeOffset now)
    {
        if (token.KilledAt is not null) return TokenPhase.Dead;
        var usable = now < token.Minted + ToBeUsed;
        if (token.Attempts is not [.., var last])
        {
            if (!usable) return TokenPhase.Dead;
            return token.StatementAcceptedAt is null ? TokenPhase.Fresh : TokenPhase.Ready;
        }
        if (now < last.Time) return TokenPhase.Comparing;
        if (now >= last.Time + ResultKept) return TokenPhase.Forgotten;
        return usable && !last.Passed && !SandboxPlan.Of(token).UrlDiesOnFailure ? TokenPhase.Retryable : TokenPhase.Finished;
    }

    /// <summary>Whether another capture may still be made.</summary>
    public static bool IsOpen(this TokenPhase phase) => phase is TokenPhase.Fresh or TokenPhase.Ready or TokenPhase.Retryable;

    public static bool HasVerdict(this TokenPhase phase) => phase is TokenPhase.Retryable or TokenPhase.Finished;
}
