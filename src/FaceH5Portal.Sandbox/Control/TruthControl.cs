using System.Globalization;
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
        PhotoChecks = state.Photos.Checks.Select(View).ToList(),
    });

    public object Calls(HttpRequest request)
    {
        var newest = request.Query["newest"].ToString() is { Length: > 0 } text ? Newest(text) : SandboxState.JournalLength;
        return state.Exclusively(() => state.Calls
            .TakeLast(newest)
            .Select(call => new { Time = call.Time.UtcDateTime, call.Path, call.VerifyToken, call.Answer })
            .ToList());
    }

    private static int Newest(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var newest)
        ? newest
        : throw new ControlRefusal("\"newest\" must be a whole number, such as 50.");

    private static object View(PhotoCheck check) =>
        new { check.Vendor, Time = check.Time.UtcDateTime, check.RequestId, check.Reference, check.Answer, check.Charged };

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

    /// <summary>Order 0 is a reading of an ID card that no attempt followed.</summary>
    private static IEnumerable<Charge> Charges(VerifyToken token) =>
    [
        .. from attempt in token.Attempts
           where attempt.Charged()
           select new Charge(token.Value, attempt.Order, attempt.ChargeType!, attempt.Time.UtcDateTime),
        .. from stage in token.OcrStages
           select new Charge(token.Value, stage.Order ?? 0, "ocr", stage.ChargedAt.UtcDateTime),
    ];
}
