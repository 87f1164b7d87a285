using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>An attempt as the vendor itself has it on its books.</summary>
internal sealed record AttemptView(
    int Order, int Code, bool Passed, double? Score, double Threshold, DateTime Time, bool Charged, string? ChargeType, string VerifyLogId)
{
    public static AttemptView Of(Attempt attempt) => new(
        attempt.Order, attempt.Code, attempt.Passed, attempt.Score, attempt.Threshold,
        attempt.Time.UtcDateTime, attempt.Charged(), attempt.ChargeType, attempt.VerifyLogId);
}
