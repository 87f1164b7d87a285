using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>What really happened, for comparing with what a client believes: every attempt and charge, and every call.</summary>
internal sealed class TruthControl(SandboxState state)
{
    private sealed record Charge(string VerifyToken, int Order, string Type, DateTime Time);

    public object Truth() => state.Exclusively(() => new
    {
        Tokens = state.VerifyTokens.Select(View).ToList(),
        Charges = state.VerifyTokens.SelectMany(Charges).ToList(),
    });

    public object Calls() => state.Exclusively(() => state.Calls
        .Select(call => new { Time = call.Time.UtcDateTime, call.Path, call.VerifyToken, call.Answer })
        .ToList());

    private static object View(VerifyToken token) => new
    {
        VerifyToken = token.Value,
        token.PlanId,
        Minted = token.Minted.UtcDateTime,
        StatementAcceptedAt = token.StatementAcceptedAt?.UtcDateTime,
        KilledAt = token.KilledAt?.UtcDateTime,
        Attempts = token.Attempts.Select(AttemptView.Of).ToList(),
        Charges = Charges(token).ToList(),
    };

    private static IEnumerable<Charge> Charges(VerifyToken token) =>
        from attempt in token.Attempts
        where attempt.Charged()
        select new Charge(token.Value, attempt.Order, attempt.ChargeType!, attempt.Time.UtcDateTime);
}
