using FaceH5Portal.Sandbox.Images;
using FaceH5Portal.Sandbox.Plans;
using FaceH5Portal.Sandbox.State;
using FaceH5Portal.Sandbox.Verdicts;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>Does what a person would do on the capture page, at once and without a browser.</summary>
internal sealed class CompleteControl(SandboxState state, AttemptRunner runner, SandboxClock clock)
{
    // Whom OCR would read, or a person would type, under plans that take the identity on the page.
    private static readonly Identity _entered = new("张三", "110101199003070011", CertificateType: 0);

    public async Task<object> RunAsync(HttpRequest request)
    {
        var body = await ControlBody.ReadAsync(request, "verify_token");
        var value = ControlBody.Text(body, "verify_token") ?? throw new ControlRefusal("\"verify_token\" is missing.");
        return state.Exclusively(() =>
        {
            var token = state.VerifyToken(value) ?? throw new ControlRefusal("This verify_token was never minted here.");
            var phase = token.PhaseAt(clock.GetUtcNow());
            if (!phase.IsOpen()) throw new ControlRefusal($"This verify_token takes no further attempt: it is {phase}.");
            var plan = SandboxPlan.Of(token);
            if (plan.MissingFor(token) is { } missing) throw new ControlRefusal(missing);
            if (plan.Entry is IdentityEntry.OcrFrontAndBack or IdentityEntry.Manual)
                token = token with { Identity = token.Identity ?? _entered };
            return AttemptView.Of(runner.Run(token, SyntheticFace.Jpeg, comparing: TimeSpan.Zero));
        });
    }
}
