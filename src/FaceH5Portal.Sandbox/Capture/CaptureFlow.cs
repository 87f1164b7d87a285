using FaceH5Portal.Sandbox.Plans;
using FaceH5Portal.Sandbox.State;
using FaceH5Portal.Sandbox.Verdicts;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>Leads one person through the page: statement, capture, comparing, verdict.</summary>
internal sealed class CaptureFlow(SandboxState state, AttemptRunner runner, SandboxOptions options, SandboxClock clock)
{
    public CaptureView Look(string? verifyToken, CaptureTexts texts) => state.Exclusively(() =>
        Find(verifyToken) is { } token ? View(token, texts) : Dead(texts));

    /// <summary>Null for a token the page cannot be opened with: unknown, dead or completed.</summary>
    public VerifyToken? Open(string? verifyToken) => state.Exclusively(() =>
        Find(verifyToken) is { } token && Phase(token) is not (TokenPhase.Dead or TokenPhase.Finished) ? token : null);

    public CaptureView Accept(string? verifyToken, CaptureTexts texts) => state.Exclusively(() =>
    {
        if (Find(verifyToken) is not { } token) return Dead(texts);
        if (Phase(token) == TokenPhase.Fresh) token = state.Save(token with { StatementAcceptedAt = clock.GetUtcNow() });
        return View(token, texts);
    });

    public CaptureView Capture(string? verifyToken, byte[] jpeg, CaptureTexts texts) => state.Exclusively(() =>
    {
        if (Find(verifyToken) is not { } token) return Dead(texts);
        if (Phase(token) is TokenPhase.Ready or TokenPhase.Retryable && Obstacle(token, texts) is null)
            runner.Run(token, jpeg, options.ComparingTime);
        return View(Find(token.Value)!, texts);
    });

    private VerifyToken? Find(string? verifyToken) => verifyToken is null ? null : state.VerifyToken(verifyToken);

    private TokenPhase Phase(VerifyToken token) => token.PhaseAt(clock.GetUtcNow());

    private CaptureView View(VerifyToken token, CaptureTexts texts)
    {
        var phase = Phase(token);
        return phase switch
        {
            TokenPhase.Fresh => new("statement"),
            TokenPhase.Ready => Obstacle(token, texts) is { } obstacle ? new("failed", obstacle) : new("capture"),
            TokenPhase.Comparing => new("comparing"),
            TokenPhase.Dead => Dead(texts),
            _ => Verdict(token.Attempts[^1], retry: phase == TokenPhase.Retryable, texts),
        };
    }

    private static CaptureView Verdict(Attempt attempt, bool retry, CaptureTexts texts) =>
        new(attempt.Passed ? "passed" : "failed", texts.Verdict(VerdictCode.Of(attempt.Code)), retry);

    private static string? Obstacle(VerifyToken token, CaptureTexts texts)
    {
        var plan = SandboxPlan.Of(token);
        return plan.Entry is IdentityEntry.OcrFrontAndBack or IdentityEntry.Manual ? texts["entry-later"] : plan.MissingFor(token);
    }

    private static CaptureView Dead(CaptureTexts texts) => new("dead", texts["token-dead"]);
}
