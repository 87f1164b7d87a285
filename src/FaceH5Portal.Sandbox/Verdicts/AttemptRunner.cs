using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.Plans;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Verdicts;

/// <summary>Turns one capture into the vendor's verdict and, where the comparison was reached, its charge.</summary>
internal sealed class AttemptRunner(SandboxState state, OutcomePlanner planner, CaptureFiles files, SandboxClock clock)
{
    // Scores of the ends that reach a similarity; every other end has none.
    private const double UsualMatch = 93.52;
    private const double UsualMismatch = 61.37;

    /// <summary>The caller has made sure that the token is open and nothing is missing.</summary>
    public Attempt Run(VerifyToken token, Captured captured, TimeSpan comparing)
    {
        var outcome = captured.Face is null
            ? new ScriptedOutcome(VerdictCode.NoCapture)
            : planner.Next(token, captured.ChosenCode);
        var attempt = Judged(token, outcome, comparing) with { Demoted = outcome.Demoted || captured.Demoted };
        attempt = files.Keep(attempt, captured, SandboxPlan.Of(token));
        state.Save(token with
        {
            StatementAcceptedAt = token.StatementAcceptedAt ?? attempt.CapturedAt,
            Retrying = false,
            OcrStages = [.. token.OcrStages.Select(stage => stage.Order is null ? stage with { Order = attempt.Order } : stage)],
            Attempts = [.. token.Attempts, attempt],
        });
        return attempt;
    }

    private Attempt Judged(VerifyToken token, ScriptedOutcome outcome, TimeSpan comparing)
    {
        var plan = SandboxPlan.Of(token);
        var now = clock.GetUtcNow();
        var (code, score) = Judge(outcome, plan);
        var verdict = VerdictCode.Of(code);
        var chargeType = verdict.Compared ? ChargeType(plan) : null;
        return new Attempt
        {
            Order = token.Attempts.Count + 1,
            Code = code,
            Message = verdict.Message,
            Passed = code == VerdictCode.Passed,
            Score = score,
            Threshold = plan.Threshold,
            CapturedAt = now,
            Time = now + comparing,
            ChargeType = chargeType,
            VerifyLogId = chargeType is null ? "" : VendorIds.LogId(),
            Identity = token.Identity,
            RiskLevel = outcome.RiskLevel,
            RiskTag = outcome.RiskTag,
        };
    }

    private static (int Code, double? Score) Judge(ScriptedOutcome outcome, SandboxPlan plan)
    {
        if (outcome.Code is not (VerdictCode.Passed or VerdictCode.BelowThreshold)) return (outcome.Code, null);
        if (plan.Source == ComparisonSource.LivenessOnly) return (outcome.Code, 0);
        var score = outcome.Score ?? (outcome.Code == VerdictCode.Passed ? UsualMatch : UsualMismatch);
        // The vendor's scores are 32-bit numbers written as 64-bit ones, digits and all.
        return (score < plan.Threshold ? VerdictCode.BelowThreshold : outcome.Code, (double)(float)score);
    }

    private static string? ChargeType(SandboxPlan plan) => plan.Source switch
    {
        ComparisonSource.Authority => "verify",
        ComparisonSource.OwnImage => "match",
        _ => null,
    };
}
