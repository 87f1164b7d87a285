using System.Text.Json;
using FaceH5Portal.Sandbox.Capture;
using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.Plans;
using FaceH5Portal.Sandbox.State;
using FaceH5Portal.Sandbox.Verdicts;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>Does what a person would do on the capture page, at once and without a browser.</summary>
internal sealed class CompleteControl(SandboxState state, AttemptRunner runner, IdentityEntryDesk desk, SandboxClock clock)
{
    private const string Statement = "statement";
    private const string Ocr = "ocr";
    private const string Verdict = "verdict";

    public async Task<object> RunAsync(HttpRequest request)
    {
        var body = await ControlBody.ReadAsync(request, "verify_token", "until", "name", "id_no");
        var value = ControlBody.Text(body, "verify_token") ?? throw new ControlRefusal("\"verify_token\" is missing.");
        var until = ControlBody.Text(body, "until") ?? Verdict;
        if (until is not (Statement or Ocr or Verdict)) throw new ControlRefusal("\"until\" must be statement, ocr or verdict.");
        return state.Exclusively<object>(() =>
        {
            var token = Opened(value);
            if (until == Statement) return new { Until = until };
            token = Scanned(token, until);
            return until == Ocr ? new { Until = until } : AttemptView.Of(Attempted(token, body));
        });
    }

    private VerifyToken Scanned(VerifyToken token, string until)
    {
        var plan = SandboxPlan.Of(token);
        if (plan.Entry == IdentityEntry.OcrFrontAndBack) return desk.Scan(desk.Scan(token, "front", Synthetic.Card), "back", Synthetic.Card);
        return until == Ocr ? throw new ControlRefusal($"Plan {plan.Id} reads no ID card.") : token;
    }

    private Attempt Attempted(VerifyToken token, JsonElement body)
    {
        if (SandboxPlan.Of(token).AsksForIdentity)
            token = desk.Confirm(token, Entered(body, "name", OcrReading.Synthetic.Name), Entered(body, "id_no", OcrReading.Synthetic.Number));
        return runner.Run(token, new Captured { Face = Synthetic.Face, Video = Synthetic.Video }, comparing: TimeSpan.Zero);
    }

    private static string Entered(JsonElement body, string name, string otherwise) => ControlBody.Text(body, name) ?? otherwise;

    /// <summary>The token with its statement accepted and, after a failure, its 重新认证 pressed.</summary>
    private VerifyToken Opened(string value)
    {
        var token = state.VerifyToken(value) ?? throw new ControlRefusal("This verify_token was never minted here.");
        var phase = token.PhaseAt(clock.GetUtcNow());
        if (!phase.IsOpen()) throw new ControlRefusal($"This verify_token takes no further attempt: it is {phase}.");
        if (SandboxPlan.Of(token).MissingFor(token) is { } missing) throw new ControlRefusal(missing);
        return state.Save(phase == TokenPhase.Retryable && !token.Retrying
            ? CaptureFlow.Again(token)
            : token with { StatementAcceptedAt = token.StatementAcceptedAt ?? clock.GetUtcNow() });
    }
}
