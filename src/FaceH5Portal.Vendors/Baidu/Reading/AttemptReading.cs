using System.Text.Json;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.Reading;

/// <summary>Reads one entry of <c>verify_result</c>.</summary>
internal static class AttemptReading
{
    public static VendorAttempt? Read(JsonElement entry, int place)
    {
        string? code = entry.Text("code");
        bool? flag = entry.Flag("is_verify_passed");
        if (code is null && flag is null)
            return null;
        bool passed = flag != false && code is null or BaiduCodes.Passed;
        var chargedAt = Time(entry, "charge_time");
        var ocrChargedAt = Time(entry, "ocr_charge_time");
        var images = IdentityReading.BesideOrInside(entry, "idcard_images");
        return WithDetail(entry, new VendorAttempt
        {
            Order = entry.Whole("order") is { } order and > 0 ? order : place,
            Passed = passed,
            Code = passed ? BaiduCodes.Passed : code is null or BaiduCodes.Passed ? "" : code,
            Message = entry.Text("message") ?? "",
            VerifiedAtUtc = Time(entry, "verify_time"),
            IsCharged = entry.Flag("is_charged") ?? chargedAt is not null,
            ChargeType = entry.Text("charge_type"),
            ChargedAtUtc = chargedAt,
            IsOcrCharged = entry.Flag("is_ocr_charge") ?? ocrChargedAt is not null,
            OcrCount = entry.Whole("ocr_count"),
            OcrChargedAtUtc = ocrChargedAt,
            Confirmed = IdentityReading.Confirmed(entry),
            Ocr = IdentityReading.Ocr(entry),
            CertificateFrontUrl = images?.Text("front_image"),
            CertificateBackUrl = images?.Text("back_image"),
        });
    }

    private static VendorAttempt WithDetail(JsonElement entry, VendorAttempt attempt)
    {
        var detail = entry.Object("verify_detail");
        return attempt with
        {
            FaceImageUrl = detail?.Text("face_image"),
            VerifyLogId = detail?.Text("verify_log_id"),
            Score = detail?.Number("score"),
            Threshold = detail?.Number("threshold"),
            LivenessScore = detail?.Number("liveness_score"),
            SpoofingScore = detail?.Number("spoofing_score") ?? detail?.Number("spoofing"),
            RiskLevel = detail?.Text("risk_level"),
            RiskTag = detail?.Text("risk_tag"),
            IsDemote = detail?.Flag("is_demote") ?? entry.Flag("is_demote"),
        };
    }

    private static DateTime? Time(JsonElement entry, string name) => BeijingTime.ToUtc(entry.Text(name));
}
