using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.Photos.Tencent;

/// <summary>Business codes of faceid, told as a Result or as an Error, and those of the gateway, always an Error.</summary>
internal static class V2Codes
{
    public const string Success = "Success";
    public const string LowSimilarity = "FailedOperation.CompareLowSimilarity";
    public const double Threshold = 70;

    private const string Family = "FailedOperation.";

    private static readonly HashSet<string> _charged = [Success, LowSimilarity, Family + "IdNameMisMatch"];

    private static readonly Dictionary<string, string> _business = new()
    {
        ["IdNameMisMatch"] = "身份证号和姓名不匹配",
        ["CompareLowSimilarity"] = "比对相似度未达到通过标准",
        ["IdNoExistSystem"] = "库中无此身份证号",
        ["IdPhotoNoExist"] = "库中无此用户照片",
        ["IdPhotoPoorQuality"] = "证件照质量太差",
        ["LifePhotoDetectNoFaces"] = "实人比对照片未检测到人脸",
        ["LifePhotoDetectFaces"] = "实人比对照片检测到多张人脸",
        ["LifePhotoDetectFake"] = "实人比对没有通过",
        ["LifePhotoPoorQuality"] = "照片质量太差",
        ["LifePhotoSizeError"] = "照片大小不合适",
        ["CoveredFace"] = "脸部有遮挡",
        ["IncompleteFace"] = "人脸不完整",
        ["PoorImageQuality"] = "传入图片质量太差",
        ["ImageBlur"] = "图片模糊",
        ["ImageDecodeFailed"] = "图片解码失败",
        ["ImageSizeTooLarge"] = "图片过大",
        ["EmptyImageError"] = "图片为空",
        ["IdFormatError"] = "身份证格式不正确",
        ["NameFormatError"] = "姓名格式不正确",
        ["CompareFail"] = "比对失败",
        ["CompareSystemError"] = "调用比对引擎接口出错",
        ["DetectEngineSystemError"] = "检测引擎系统错误",
        ["CompareLibServiceUnavailable"] = "比对库源服务不可用",
        ["IdPhotoSystemNoanswer"] = "证件照系统未响应",
        ["UnKnown"] = "内部未知错误",
        ["IdentityAuthLimitExceeded"] = "核验次数超限，请次日重试",
    };

    private static readonly Dictionary<string, string> _gateway = new()
    {
        ["AuthFailure.SignatureExpire"] = "The request signature has expired.",
        ["AuthFailure.SignatureFailure"] = "The provided credentials could not be validated.",
        ["AuthFailure.SecretIdNotFound"] = "The SecretId is not found.",
        ["AuthFailure.InvalidAuthorization"] = "The Authorization header does not follow the TC3 scheme.",
        ["AuthFailure.TokenFailure"] = "Token error.",
        ["RequestLimitExceeded"] = "Your current request times exceed the limit.",
        ["ActionOffline"] = "The API is offline.",
        ["InvalidAction"] = "The action does not exist.",
        ["NoSuchVersion"] = "The version does not exist.",
        ["MissingParameter"] = "A parameter is missing.",
        ["InvalidParameter"] = "A parameter is not valid.",
        ["InvalidParameterValue"] = "The value of a parameter is not valid.",
        ["UnauthorizedOperation.Arrears"] = "账号已欠费",
        ["UnauthorizedOperation.Nonactivated"] = "未开通服务",
        ["UnauthorizedOperation.NonAuthorize"] = "账号未实名",
        ["UnauthorizedOperation.ChargeStatusException"] = "计费状态异常",
        ["InternalError"] = "内部错误",
    };

    /// <summary>A magic name has no room for a dot.</summary>
    public static readonly IReadOnlyList<PhotoMagic> Magic =
    [
        .. _business.Where(pair => pair.Key != "CompareLowSimilarity").Select(pair => new PhotoMagic(pair.Key, Business(Family + pair.Key), pair.Value)),
        .. _gateway.Select(pair => new PhotoMagic(pair.Key.Replace(".", "", StringComparison.Ordinal), Gateway(pair.Key), $"{pair.Key} {pair.Value}")),
    ];

    public static bool IsCharged(string code) => _charged.Contains(code);

    public static JsonObject Business(string code) => new()
    {
        ["Result"] = code,
        ["Description"] = _business.GetValueOrDefault(code[(code.IndexOf('.', StringComparison.Ordinal) + 1)..], "成功"),
        ["Sim"] = 0.0,
    };

    public static JsonObject Gateway(string code) => new()
    {
        ["Error"] = new JsonObject { ["Code"] = code, ["Message"] = _gateway.GetValueOrDefault(code, code) },
    };

    public static JsonObject Compared(double similarity) => new()
    {
        ["Result"] = similarity >= Threshold ? Success : LowSimilarity,
        ["Description"] = similarity >= Threshold ? "成功" : _business["CompareLowSimilarity"],
        ["Sim"] = similarity,
    };
}
