using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Plans;
using FaceH5Portal.Sandbox.State;
using FaceH5Portal.Sandbox.Verdicts;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>Leads one person through the page: statement, identity by plan, capture, comparing, verdict.</summary>
internal sealed class CaptureFlow(
    SandboxState state, AttemptRunner runner, IdentityEntryDesk desk, SandboxOptions options, SandboxClock clock)
{
    public CaptureView Look(string? verifyToken, CaptureTexts texts) => For(verifyToken, texts, token => token);

    /// <summary>Null for a token the page cannot be opened with: unknown, dead or completed.</summary>
    public VerifyToken? Open(string? verifyToken) => state.Exclusively(() =>
        Find(verifyToken) is { } token && Phase(token) is not (TokenPhase.Dead or TokenPhase.Forgotten or TokenPhase.Finished) ? token : null);

    public CaptureView Accept(string? verifyToken, CaptureTexts texts) => For(verifyToken, texts, token =>
        Phase(token) == TokenPhase.Fresh ? state.Save(token with { StatementAcceptedAt = clock.GetUtcNow() }) : token);

    public CaptureView Scan(string? verifyToken, string side, byte[] jpeg, CaptureTexts texts) => For(verifyToken, texts, token =>
        Awaits(token) ? desk.Scan(token, side, jpeg) : token);

    public CaptureView Confirm(string? verifyToken, string name, string number, CaptureTexts texts)
    {
        var fault = IdentityEntryDesk.FaultOf(name, number);
        var view = For(verifyToken, texts, token => fault is null && Awaits(token) ? desk.Confirm(token, name, number) : token);
        return fault is not null && view.Step is "confirm" or "manual" ? view with { Message = texts[fault!] } : view;
    }

    public CaptureView Capture(string? verifyToken, Captured captured, CaptureTexts texts) => For(verifyToken, texts, token =>
    {
        if (Awaits(token) && StepOf(token).Step == "capture") runner.Run(token, captured, options.ComparingTime);
        return Find(token.Value)!;
    });

    /// <summary>No camera: the plan takes a recorded video in its place, or the attempt ends here, free of charge.</summary>
    public CaptureView Refuse(string? verifyToken, CaptureTexts texts)
    {
        var view = Look(verifyToken, texts);
        if (view.Step != "capture") return view;
        return state.Exclusively(() => SandboxPlan.Of(Find(verifyToken)!).AllowsDowngrade)
            ? view with { Step = "downgrade" }
            : Capture(verifyToken, new Captured(), texts);
    }

    public CaptureView Retry(string? verifyToken, CaptureTexts texts) => For(verifyToken, texts, token =>
        Phase(token) == TokenPhase.Retryable ? state.Save(Again(token)) : token);

    private CaptureView For(string? verifyToken, CaptureTexts texts, Func<VerifyToken, VerifyToken> work) => state.Exclusively(() =>
        Find(verifyToken) is { } token ? View(work(token), texts) : Dead(texts));

    // Who typed or confirmed an identity may have got it wrong; who was named beforehand cannot change it.
    public static VerifyToken Again(VerifyToken token) =>
        token with { Retrying = true, Identity = SandboxPlan.Of(token).AsksForIdentity ? null : token.Identity };

    private VerifyToken? Find(string? verifyToken) => verifyToken is null ? null : state.VerifyToken(verifyToken);

    private TokenPhase Phase(VerifyToken token) => token.PhaseAt(clock.GetUtcNow());

    private bool Awaits(VerifyToken token) => Phase(token) is var phase && (phase == TokenPhase.Ready || phase == TokenPhase.Retryable && token.Retrying);

    private CaptureView View(VerifyToken token, CaptureTexts texts) => Phase(token) switch
    {
        TokenPhase.Fresh => new("statement"),
        TokenPhase.Ready => StepOf(token),
        TokenPhase.Retryable when token.Retrying => StepOf(token),
        TokenPhase.Comparing => new("comparing"),
        TokenPhase.Dead or TokenPhase.Forgotten => Dead(texts),
        var phase => Verdict(token.Attempts[^1], retry: phase == TokenPhase.Retryable, texts),
    };

    private static CaptureView StepOf(VerifyToken token)
    {
        var plan = SandboxPlan.Of(token);
        if (plan.MissingFor(token) is { } missing) return new("failed", missing);
        return plan.AsksForIdentity && token.Identity is null
            ? IdentityEntryDesk.StepOf(token, plan)
            : new("capture") { Records = plan.Records };
    }

    private static CaptureView Verdict(Attempt attempt, bool retry, CaptureTexts texts) =>
        new(attempt.Passed ? "passed" : "failed", texts.Verdict(VerdictCode.Of(attempt.Code)), retry);

    private static CaptureView Dead(CaptureTexts texts) => new("dead", texts["token-dead"]);
}
