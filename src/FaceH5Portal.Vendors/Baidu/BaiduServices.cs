namespace FaceH5Portal.Vendors.Baidu;

/// <summary>
/// The services behind the flow, as <c>result/stat</c> names them today (Baidu H5人脸实名认证 接口文档, section 二、3.查询统计结果).
/// Older versions wrote Chinese names; both are read as these.
/// </summary>
public static class BaiduServices
{
    /// <summary>人脸实名认证: the verification as a whole, with its final code.</summary>
    public const string VerifyFinal = "Verify_FIN";

    /// <summary>随机校验码: the digits or actions asked of the person.</summary>
    public const string SessionCode = "Sessioncode";

    /// <summary>身份证识别: reading the certificate.</summary>
    public const string Ocr = "OCR";

    /// <summary>公安验证: the comparison.</summary>
    public const string Verify = "verify";

    /// <summary>视频活体检测: liveness in a recorded video.</summary>
    public const string VideoLiveness = "VideoLiveness";

    /// <summary>炫瞳活体检测: liveness by coloured light.</summary>
    public const string ColorfulLiveness = "Livenesscolorful";

    /// <summary>人脸实名认证风控版: the comparison with risk control.</summary>
    public const string VerifyWithRiskControl = "VerifySec";

    private const string ApiSuffix = "接口";

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [VerifyFinal] = VerifyFinal,
        [SessionCode] = SessionCode,
        [Ocr] = Ocr,
        [Verify] = Verify,
        [VideoLiveness] = VideoLiveness,
        [ColorfulLiveness] = ColorfulLiveness,
        [VerifyWithRiskControl] = VerifyWithRiskControl,
        ["人脸实名认证"] = VerifyFinal,
        ["随机校验码"] = SessionCode,
        ["身份证识别"] = Ocr,
        ["身份证OCR识别"] = Ocr,
        ["OCR身份证识别"] = Ocr,
        ["公安验证"] = Verify,
        ["视频活体检测"] = VideoLiveness,
        ["炫瞳活体检测"] = ColorfulLiveness,
        ["人脸实名认证风控版"] = VerifyWithRiskControl,
    };

    /// <summary>The name used today, or the vendor's own word where nobody told us about it.</summary>
    internal static string NameOf(string key)
    {
        string word = key.Trim();
        string bare = word.EndsWith(ApiSuffix, StringComparison.Ordinal) ? word[..^ApiSuffix.Length] : word;
        return Names.GetValueOrDefault(bare, word);
    }

    internal static bool IsKnown(string name) => Names.ContainsKey(name);
}
