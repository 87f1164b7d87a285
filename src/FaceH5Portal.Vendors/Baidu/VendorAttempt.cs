namespace FaceH5Portal.Vendors.Baidu;

/// <summary>
/// One entry of <c>verify_result</c>: one attempt of the person, its verdict and its cost
/// (Baidu H5人脸实名认证 接口文档, section 二、5.核验及计费信息获取). Empty, null and missing fields of the vendor are all null here.
/// </summary>
public sealed record VendorAttempt
{
    /// <summary>Its place among the token's attempts, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>True when the vendor says so and its code does not contradict.</summary>
    public required bool Passed { get; init; }

    /// <summary><c>0</c> when passed, else the raw code (see <see cref="BaiduCodes"/>); empty when the vendor gave none that fits.</summary>
    public required string Code { get; init; }

    /// <summary>The vendor's words, e.g. 身份证姓名不匹配; may be empty.</summary>
    public required string Message { get; init; }

    /// <summary>When the attempt ended, in UTC (the vendor writes Beijing time).</summary>
    public DateTime? VerifiedAtUtc { get; init; }

    /// <summary>Whether the attempt was charged, as the bill says; null where it does not say. OCR is charged apart.</summary>
    public bool? IsCharged { get; init; }

    /// <summary>What was charged, raw: <c>verify</c> (人脸实名认证V4), <c>match</c> (人脸对比V4), <c>live</c>, or something newer.</summary>
    public string? ChargeType { get; init; }

    /// <summary>When it was charged, in UTC; null when it was not.</summary>
    public DateTime? ChargedAtUtc { get; init; }

    /// <summary>Whether reading the certificate was charged. This bills; <see cref="OcrCount"/> only informs.</summary>
    public bool IsOcrCharged { get; init; }

    /// <summary>How often a certificate was read.</summary>
    public int? OcrCount { get; init; }

    /// <summary>When the reading was charged, in UTC; null when it was not.</summary>
    public DateTime? OcrChargedAtUtc { get; init; }

    /// <summary>Where the best captured face is, as the vendor wrote it; signed for 24 hours, sometimes not absolute.</summary>
    public string? FaceImageUrl { get; init; }

    /// <summary>The comparison's own log id, digits kept; null when no comparison took place.</summary>
    public string? VerifyLogId { get; init; }

    /// <summary>Similarity, 0–100, higher is more alike; null when nothing was compared.</summary>
    public double? Score { get; init; }

    /// <summary>The plan's pass mark at that moment, 0–100.</summary>
    public double? Threshold { get; init; }

    /// <summary>Liveness, 0–1; reserved by the vendor and often 0: never judge by it.</summary>
    public double? LivenessScore { get; init; }

    /// <summary>Likelihood of a synthetic image, 0–1; reserved by the vendor and often 0.</summary>
    public double? SpoofingScore { get; init; }

    /// <summary><c>1</c> and <c>2</c> mean risk, <c>3</c> and <c>4</c> none; null unless the plan has risk control.</summary>
    public string? RiskLevel { get; init; }

    /// <summary>The kinds of risk when there is one.</summary>
    public string? RiskTag { get; init; }

    /// <summary>True when real-time liveness was downgraded to a recorded video.</summary>
    public bool? IsDemote { get; init; }

    /// <summary>The identity the person typed or confirmed.</summary>
    public ConfirmedIdentity? Confirmed { get; init; }

    /// <summary>The identity read off the certificate, in plans with OCR.</summary>
    public OcrIdentity? Ocr { get; init; }

    /// <summary>Where the photographed front of the certificate is (<c>front_image</c>), in plans with OCR.</summary>
    public string? CertificateFrontUrl { get; init; }

    /// <summary>Where the photographed back of the certificate is (<c>back_image</c>), in plans with OCR of both sides.</summary>
    public string? CertificateBackUrl { get; init; }

    /// <summary>Leaves the person and the signed links out, so that logging leaks nothing.</summary>
    /// <returns>Order, code and charge.</returns>
    public override string ToString() => $"{nameof(VendorAttempt)} {Order}: code {Code}, charged {IsCharged}";
}
