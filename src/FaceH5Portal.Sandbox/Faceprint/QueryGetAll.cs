using System.Globalization;
using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>Every attempt with its charge; the shape follows an answer recorded from the vendor, not the documented table.</summary>
internal sealed class QueryGetAll(SandboxState state) : ResultQuery(state)
{
    private static readonly TimeSpan _beijing = TimeSpan.FromHours(8);

    public override string Name => "result/getall";

    protected override FaceprintAnswer Result(FaceprintCall call, VerifyToken token)
    {
        var bill = new ToldBill(State.Profile);
        return FaceprintAnswer.Success(new
        {
            VerifyCount = token.Attempts.Count,
            OcrChargeCount = token.OcrStages.Count,
            MatchChargeCount = bill.Sum(token, "match"),
            VerifyChargeCount = bill.Sum(token, "verify"),
            VerifyResult = token.Attempts.Select(attempt => Entry(attempt, bill.TypeOf(attempt), bill.IsSilent, OcrParts.StageOf(token, attempt), call)),
        });
    }

    private static object Entry(Attempt attempt, string? charged, bool isSilent, OcrStage? ocr, FaceprintCall call) => new
    {
        attempt.Order,
        Code = attempt.Code.ToString(CultureInfo.InvariantCulture),
        attempt.Message,
        IsVerifyPassed = attempt.Passed,
        VerifyTime = BeijingTime(attempt.Time),
        IsCharged = isSilent ? (bool?)null : charged is not null,
        ChargeType = isSilent ? null : charged,
        ChargeTime = charged is not null && !isSilent ? BeijingTime(attempt.Time) : "",
        IsOcrCharge = ocr is not null,
        OcrCount = ocr?.Count ?? 0,
        OcrChargeTime = ocr is null ? null : BeijingTime(ocr.ChargedAt),
        VerifyDetail = Detail(attempt, call),
        IdcardConfirm = Confirmed(attempt.Identity, ocr, call),
    };

    private static object Detail(Attempt attempt, FaceprintCall call) => new
    {
        attempt.Score,
        attempt.Threshold,
        App = true,
        FaceImage = SignedFile.Address(attempt.FaceId, call),
        attempt.VerifyLogId,
        LivenessScore = LivenessScore.Of(attempt),
        SpoofingScore = (double?)null,
        attempt.RiskLevel,
        attempt.RiskTag,
        IsDemote = attempt.Demoted,
    };

    private static object Confirmed(Identity? identity, OcrStage? ocr, FaceprintCall call) => new
    {
        identity?.Name,
        IdcardNumber = identity?.Number,
        IdcardType = identity?.CertificateType.ToString(CultureInfo.InvariantCulture),
        IdcardOcrResult = ocr is null ? null : OcrParts.ForGetAll(),
        IdcardImages = ocr is null
            ? null
            : new { FrontImage = SignedFile.Address(ocr.FrontId, call), BackImage = SignedFile.Address(ocr.BackId, call) },
    };

    private static string BeijingTime(DateTimeOffset time) =>
        time.ToOffset(_beijing).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
