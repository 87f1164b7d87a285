using System.Globalization;
using static FaceH5Portal.Vendors.Baidu.BaiduCodeFamily;

namespace FaceH5Portal.Vendors.Baidu;

/// <summary>
/// What Baidu's codes mean. The named ones are those this product reasons about
/// (Baidu H5人脸实名认证 接口文档, section 三 and the error code pages it points to).
/// </summary>
public static class BaiduCodes
{
    /// <summary>核验成功: the person passed.</summary>
    public const string Passed = "0";

    /// <summary>Gateway: permission or quota of the paid service behind the query is missing, or too many requests per second.</summary>
    public const string QuotaOrRate = "18";

    /// <summary>Gateway: the access token is invalid.</summary>
    public const string AccessTokenInvalid = "110";

    /// <summary>Gateway: the access token has expired.</summary>
    public const string AccessTokenExpired = "111";

    /// <summary>身份证号与姓名不匹配: name and number do not belong together.</summary>
    public const string IdentityMismatch = "222351";

    /// <summary>公安服务异常: the official source could not be reached; the attempt ended without a verdict.</summary>
    public const string OfficialSourceUnreachable = "222361";

    /// <summary>方案不存在: no such plan; often the project's id was given instead of the plan's.</summary>
    public const string PlanNotFound = "283435";

    /// <summary>Token无效或已过期: used up, expired, or of another app.</summary>
    public const string TokenDead = "283437";

    /// <summary>认证尚未开始: the person has not begun.</summary>
    public const string NotStarted = "283450";

    /// <summary>认证处理中: captured, being compared.</summary>
    public const string InProgress = "283451";

    /// <summary>Outside the time in which results can be asked for.</summary>
    public const string OutsideWindow = "283455";

    /// <summary>Sorts a code.</summary>
    /// <param name="code">The raw code; null, empty and anything unexpected give <see cref="Unknown"/>.</param>
    /// <returns>Its family.</returns>
    public static BaiduCodeFamily FamilyOf(string? code) => Number(code) switch
    {
        0 => BaiduCodeFamily.Passed,
        222351 => BaiduCodeFamily.IdentityMismatch,
        222354 => IdentityNotFound,
        222038 or 222352 or 222353 => IdentityFormat,
        222350 or 222355 => NoPortraitOnFile,
        222360 => NoMatch,
        223131 or 223135 => SyntheticImage,
        223051 or 223120 or (>= 216400 and <= 216599) or 216908 or (>= 800000 and <= 800009) or 283457 or 283507 => LivenessFailed,
        222356 or (>= 222200 and <= 222299) or (>= 223100 and <= 223199) => FaceQuality,
        2 or 4 or 222361 or 283436 or 283512 => ServiceUnavailable,
        283450 => BaiduCodeFamily.NotStarted,
        283451 => BaiduCodeFamily.InProgress,
        283437 => BaiduCodeFamily.TokenDead,
        283455 => BaiduCodeFamily.OutsideWindow,
        6 or 17 or 18 or 19 or 100 or 283400 or 283421 or 283435 or 283520 => SetUpFault,
        110 or 111 => AccessToken,
        216200 or 216201 or 216202 or 222019 or 222020 or 222304 or 222309 => ImageRejected,
        3 or 283513 => InvalidRequest,
        _ => Unknown,
    };

    /// <summary>
    /// Whether a code ends an attempt of the person (passed, failed, or the official source was down while comparing), rather than refusing a request of ours.
    /// The two share one shape on the wire, and only the code tells them apart.
    /// </summary>
    /// <param name="code">The raw code.</param>
    /// <returns>True for verdicts. Unlisted codes from the ranges of the face services (2164xx–2169xx, 222xxx–223xxx, 8000xx) count as verdicts: the person came to an end, only the reason is new to us.</returns>
    public static bool IsVerdict(string? code) => FamilyOf(code) switch
    {
        BaiduCodeFamily.Passed or BaiduCodeFamily.IdentityMismatch or IdentityNotFound or IdentityFormat or NoPortraitOnFile
            or NoMatch or FaceQuality or LivenessFailed or SyntheticImage => true,
        ServiceUnavailable => code?.Trim() == OfficialSourceUnreachable,
        Unknown => Number(code) is (>= 216400 and <= 216999) or (>= 222000 and <= 223999) or (>= 800000 and <= 800099),
        _ => false,
    };

    /// <summary>Whether the gateway spoke, before the solution saw the request.</summary>
    internal static bool IsGateway(string code) => Number(code) is > 0 and < 1000;

    private static int Number(string? code) =>
        int.TryParse(code, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
