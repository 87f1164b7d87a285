namespace FaceH5Portal.Sandbox.Codes;

/// <summary>Codes with which the vendor refuses a call, as against those that end an attempt.</summary>
internal static class ApiCode
{
    public const int UnsupportedMethod = 3;
    public const int NoPermission = 6;
    public const int QpsOrNoQuota = 18;
    public const int InvalidParameter = 100;
    public const int AccessTokenInvalid = 110;
    public const int AccessTokenExpired = 111;
    public const int CertificateType = 222038;
    public const int QualityControl = 222019;
    public const int LivenessControl = 222020;
    public const int ImageTooLarge = 222304;
    public const int ImageEmpty = 216200;
    public const int ImageFormat = 216201;
    public const int ImageBytes = 216202;
    public const int InternalError = 282000;
    public const int PlanOfAnotherApp = 283400;
    public const int PlanUnknown = 283435;
    public const int TokenInvalid = 283437;
    public const int NotStarted = 283450;
    public const int Comparing = 283451;
    public const int OutsideWindow = 283455;
    public const int ServiceFault = 283512;
    public const int BodyNotJson = 283513;

    // Below this stand the gateway's own codes, which answer in another shape.
    private const int FirstOfSolution = 200_000;

    private static readonly Dictionary<int, string> _messages = new()
    {
        [2] = "Service temporarily unavailable",
        [UnsupportedMethod] = "Unsupported openapi method",
        [4] = "Open api request limit reached",
        [NoPermission] = "No permission to access data",
        [17] = "Open api daily request limit reached",
        [QpsOrNoQuota] = "Open api qps request limit reached",
        [19] = "Open api total request limit reached",
        [InvalidParameter] = "Invalid parameter",
        [AccessTokenInvalid] = "Access token invalid or no longer valid",
        [AccessTokenExpired] = "Access token expired",
        [ImageEmpty] = "图片为空",
        [ImageFormat] = "图片格式错误",
        [ImageBytes] = "图片大小超过限制",
        [QualityControl] = "质量控制参数格式错误",
        [LivenessControl] = "活体控制参数格式错误",
        [CertificateType] = "证件类型或国籍格式错误",
        [222202] = "图片中没有人脸",
        [ImageTooLarge] = "图片尺寸太大",
        [222309] = "图片尺寸不符合要求",
        [223113] = "人脸有被遮挡",
        [223114] = "人脸模糊",
        [223115] = "人脸光照不好",
        [223116] = "人脸不完整",
        [223121] = "左眼遮挡程度过高",
        [223122] = "右眼遮挡程度过高",
        [223123] = "左脸遮挡程度过高",
        [223124] = "右脸遮挡程度过高",
        [223125] = "下巴遮挡程度过高",
        [223126] = "鼻子遮挡程度过高",
        [223127] = "嘴巴遮挡程度过高",
        [223129] = "人脸未面向正前方",
        [InternalError] = "internal error",
        [PlanOfAnotherApp] = "方案与access_token不匹配",
        [283421] = "应用不存在",
        [PlanUnknown] = "方案不存在",
        [283436] = "Token生成失败，请重试",
        [TokenInvalid] = "Token无效或者已过期",
        [NotStarted] = "认证尚未开始",
        [Comparing] = "认证处理中",
        [OutsideWindow] = "不在可查询的时间范围内",
        [ServiceFault] = "服务异常，请重试",
        [BodyNotJson] = "请求体不是合法的 JSON",
        [283520] = "缺少比对源",
    };

    public static bool IsGateway(int code) => code < FirstOfSolution;

    public static string MessageOf(int code) =>
        _messages.GetValueOrDefault(code) ?? (IsGateway(code) ? "Unknown error" : VerdictCode.Of(code).Message);
}
