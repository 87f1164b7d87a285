using System.Globalization;
using FaceH5Portal.Sandbox.Images;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>Every attempt with its charge; the shape follows an answer recorded from the vendor, not the documented table.</summary>
internal sealed class QueryGetAll(SandboxState state) : ResultQuery(state)
{
    private static readonly TimeSpan _beijing = TimeSpan.FromHours(8);

    public override string Name => "result/getall";

    protected override FaceprintAnswer Result(FaceprintCall call, VerifyToken token) => FaceprintAnswer.Success(new
    {
        VerifyCount = token.Attempts.Count,
        OcrChargeCount = 0,
        MatchChargeCount = token.Attempts.Count(attempt => attempt.ChargeType == "match"),
        VerifyChargeCount = token.Attempts.Count(attempt => attempt.ChargeType == "verify"),
        VerifyResult = token.Attempts.Select(attempt => Entry(attempt, call.BaseUrl)),
    });

    private static object Entry(Attempt attempt, string baseUrl) => new
    {
        attempt.Order,
        Code = attempt.Code.ToString(CultureInfo.InvariantCulture),
        attempt.Message,
        IsVerifyPassed = attempt.Passed,
        VerifyTime = BeijingTime(attempt.Time),
        IsCharged = attempt.Charged(),
        attempt.ChargeType,
        ChargeTime = attempt.Charged() ? BeijingTime(attempt.Time) : "",
        IsOcrCharge = false,
        OcrCount = 0,
        OcrChargeTime = (string?)null,
        VerifyDetail = Detail(attempt, baseUrl),
        IdcardConfirm = Confirmed(attempt.Identity),
    };

    private static object Detail(Attempt attempt, string baseUrl) => new
    {
        attempt.Score,
        attempt.Threshold,
        App = true,
        FaceImage = baseUrl + SignedImage.PathFor(attempt),
        attempt.VerifyLogId,
        LivenessScore = LivenessScore.Of(attempt),
        SpoofingScore = (double?)null,
        RiskLevel = (string?)null,
        RiskTag = (string?)null,
        IsDemote = false,
    };

    private static object Confirmed(Identity? identity) => new
    {
        identity?.Name,
        IdcardNumber = identity?.Number,
        IdcardType = identity?.CertificateType.ToString(CultureInfo.InvariantCulture),
        IdcardOcrResult = (object?)null,
        IdcardImages = (object?)null,
    };

    private static string BeijingTime(DateTimeOffset time) =>
        time.ToOffset(_beijing).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
