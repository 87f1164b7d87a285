namespace FaceH5Portal.Vendors.Baidu;

/// <summary>The verdict on the person with its scores (Baidu H5人脸实名认证 接口文档, section 二、2.查询认证结果接口). Scores and identities come only with a pass.</summary>
public sealed record VerificationDetail
{
    /// <summary>The vendor's verdict. Judge by this, never by a score.</summary>
    public required bool Passed { get; init; }

    /// <summary><c>0</c> when passed, else the raw code, for which <see cref="BaiduCodes.IsVerdict"/> holds.</summary>
    public required string Code { get; init; }

    /// <summary>The vendor's words; may be empty.</summary>
    public required string Message { get; init; }

    /// <summary>Similarity, 0–100, higher is more alike; 0 in plans that check liveness only.</summary>
    public double? Score { get; init; }

    /// <summary>Liveness, 0–1; 0 for some kinds of check whatever happened.</summary>
    public double? LivenessScore { get; init; }

    /// <summary>Likelihood of a synthetic image, 0–1; 0 when it was not checked.</summary>
    public double? SpoofingScore { get; init; }

    /// <summary>True when real-time liveness was downgraded to a recorded video.</summary>
    public bool? IsDemote { get; init; }

    /// <summary>The identity the person typed or confirmed.</summary>
    public ConfirmedIdentity? Confirmed { get; init; }

    /// <summary>The identity read off the certificate, in plans with OCR.</summary>
    public OcrIdentity? Ocr { get; init; }

    /// <summary>Leaves the person out, so that logging leaks nothing.</summary>
    /// <returns>Verdict and code.</returns>
    public override string ToString() => $"{nameof(VerificationDetail)}: passed {Passed}, code {Code}";
}
