namespace PeerStub;

internal sealed record GetAllResult(
    int VerifyCount, int OcrChargeCount, int MatchChargeCount, int VerifyChargeCount, IReadOnlyList<VerifyResult> VerifyResult);

internal sealed record VerifyResult(
    int Order, string Code, string Message, bool IsVerifyPassed, string VerifyTime, bool IsCharged, string ChargeType, string ChargeTime,
    bool IsOcrCharge, int OcrCount, string? OcrChargeTime, VerifyDetail VerifyDetail, IdcardConfirm IdcardConfirm);

internal sealed record VerifyDetail(
    double Score, double Threshold, bool App, string FaceImage, string VerifyLogId, double LivenessScore,
    double? SpoofingScore, string? RiskLevel, string? RiskTag, bool IsDemote);

internal sealed record IdcardConfirm(string? Name, string? IdcardNumber, string? IdcardType, object? IdcardOcrResult, object? IdcardImages);

internal sealed record DetailResult(Scores VerifyResult, bool IsDemote, ConfirmedName IdcardConfirm);

internal sealed record Scores(double Score, double LivenessScore, double Spoofing);

internal sealed record ConfirmedName(string? Name, string? IdcardNumber);

internal sealed record StatCount(string ErrorCode, int Count);
