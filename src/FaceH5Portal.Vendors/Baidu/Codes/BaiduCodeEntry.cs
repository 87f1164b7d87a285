namespace FaceH5Portal.Vendors.Baidu.Codes;

/// <summary>All that is known about one code of Baidu's (Baidu H5人脸实名认证 接口文档, section 三, and the error code pages it points to).</summary>
public sealed record BaiduCodeEntry
{
    /// <summary>The code asked for, trimmed; empty where none was given.</summary>
    public required string Code { get; init; }

    /// <summary>False for a code nobody told us about: the entry then speaks for its neighbours, or for codes at large.</summary>
    public required bool IsListed { get; init; }

    /// <summary>How programs have to take it.</summary>
    public required BaiduCodeFamily Family { get; init; }

    /// <summary>
    /// Whether it ends an attempt of the person (passed, failed, or the official source was down while comparing), rather than refusing a request of ours.
    /// The two share one shape on the wire, and only the code tells them apart.
    /// </summary>
    public required bool IsVerdict { get; init; }

    /// <summary>Whether it stands for a charged comparison; reading a certificate is charged apart.</summary>
    public required VendorCharged Charged { get; init; }

    /// <summary>What a further try would need.</summary>
    public required VendorRetryWith RetryWith { get; init; }

    /// <summary>What becomes of the verify_token.</summary>
    public required BaiduTokenAfter Token { get; init; }

    /// <summary>What to do next.</summary>
    public required BaiduNextStep NextStep { get; init; }

    /// <summary>For the person being verified: what happened and what to do, without codes or jargon.</summary>
    public required VendorText EndUser { get; init; }

    /// <summary>For the operator: what happened, what to check, what it cost.</summary>
    public required VendorText Operator { get; init; }
}
