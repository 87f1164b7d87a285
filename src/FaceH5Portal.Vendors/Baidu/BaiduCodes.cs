using System.Globalization;
using FaceH5Portal.Vendors.Baidu.Codes;

namespace FaceH5Portal.Vendors.Baidu;

/// <summary>
/// What Baidu's codes mean. The named ones are those this product reasons about
/// (Baidu H5人脸实名认证 接口文档, section 三 and the error code pages it points to).
/// </summary>
public static class BaiduCodes
{
    /// <summary>核验成功: the person passed.</summary>
    public const string Passed = "0";

    /// <summary>Gateway: the vendor's whole cluster has too much to do.</summary>
    public const string ClusterLimit = "4";

    /// <summary>Gateway: the app may not call this API.</summary>
    public const string NoPermission = "6";

    /// <summary>Gateway: the day's quota is used up.</summary>
    public const string DailyLimit = "17";

    /// <summary>Gateway: the whole quota is used up.</summary>
    public const string TotalLimit = "19";

    /// <summary>Gateway: permission or quota of the paid service behind the query is missing, or too many requests per second.</summary>
    public const string QuotaOrRate = "18";

    /// <summary>Gateway: the access token is invalid.</summary>
    public const string AccessTokenInvalid = "110";

    /// <summary>Gateway: the access token has expired.</summary>
    public const string AccessTokenExpired = "111";

    /// <summary>身份证号与姓名不匹配: name and number do not belong together.</summary>
    public const string IdentityMismatch = "222351";

    /// <summary>人脸比对未通过: compared, and below the pass mark.</summary>
    public const string BelowThreshold = "222360";

    /// <summary>公安服务异常: the official source could not be reached; the attempt ended without a verdict.</summary>
    public const string OfficialSourceUnreachable = "222361";

    /// <summary>The plan and the access token do not belong to the same app.</summary>
    public const string PlanOfAnotherApp = "283400";

    /// <summary>应用不存在: no such app.</summary>
    public const string AppNotFound = "283421";

    /// <summary>方案不存在: no such plan; often the project's id was given instead of the plan's.</summary>
    public const string PlanNotFound = "283435";

    /// <summary>The vendor failed to mint a token; a later try may succeed.</summary>
    public const string MintFailed = "283436";

    /// <summary>Token无效或已过期: used up, expired, or of another app.</summary>
    public const string TokenDead = "283437";

    /// <summary>认证尚未开始: the person has not begun.</summary>
    public const string NotStarted = "283450";

    /// <summary>认证处理中: captured, being compared.</summary>
    public const string InProgress = "283451";

    /// <summary>Outside the time in which results can be asked for.</summary>
    public const string OutsideWindow = "283455";

    /// <summary>Sorts a code.</summary>
    /// <param name="code">The raw code; null, empty and anything unexpected give <see cref="BaiduCodeFamily.Unknown"/>.</param>
    /// <returns>Its family, as <see cref="BaiduCodeTable"/> has it.</returns>
    public static BaiduCodeFamily FamilyOf(string? code) => BaiduCodeTable.Of(code).Family;

    /// <summary>
    /// Whether a code ends an attempt of the person (passed, failed, or the official source was down while comparing), rather than refusing a request of ours.
    /// </summary>
    /// <param name="code">The raw code.</param>
    /// <returns>True for verdicts. Unlisted codes from the ranges of the face services (2164xx–2169xx, 222xxx–223xxx, 8000xx) count as verdicts: the person came to an end, only the reason is new to us.</returns>
    public static bool IsVerdict(string? code) => BaiduCodeTable.Of(code).IsVerdict;

    /// <summary>Whether the gateway spoke, before the solution saw the request.</summary>
    internal static bool IsGateway(string code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and < 1000;
}
