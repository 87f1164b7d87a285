namespace FaceH5Portal.Vendors.Baidu;

/// <summary>All attempts of one verify_token and their totals (Baidu H5人脸实名认证 接口文档, section 二、5.核验及计费信息获取).</summary>
/// <param name="VerifyCount">How many attempts were made: 1 where a failure kills the URL, more where the URL stays valid.</param>
/// <param name="OcrChargeCount">Charged calls of 身份证识别OCR.</param>
/// <param name="MatchChargeCount">Charged calls of 人脸对比V4.</param>
/// <param name="VerifyChargeCount">Charged calls of 人脸实名认证V4.</param>
/// <param name="LiveChargeCount">Charged liveness calls, which newer answers count; 0 where absent.</param>
/// <param name="Attempts">The attempts by their order, each order once; may be fewer or more than <paramref name="VerifyCount"/>, and their charges fewer than the counts.</param>
public sealed record VerificationRecord(
    int VerifyCount,
    int OcrChargeCount,
    int MatchChargeCount,
    int VerifyChargeCount,
    int LiveChargeCount,
    IReadOnlyList<VendorAttempt> Attempts);
