using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.Photos.Juhe;

/// <summary>The document's codes and answers (3、错误码参照 and JSON返回示例).</summary>
internal static class JuheCodes
{
    public const int WrongKey = 10001;
    public const int WrongOpenId = 10004;
    public const int WrongParameter = 226403;

    private const int FirstServiceCode = 200_000;
    private const int OldOffset = 9_900;

    private static readonly Dictionary<int, string> _reasons = new()
    {
        [226401] = "数据源超时",
        [226402] = "查无记录",
        [WrongParameter] = "参数错误",
        [226404] = "对比错误",
        [WrongKey] = "错误的请求KEY",
        [10002] = "该KEY无请求权限",
        [10003] = "KEY过期",
        [WrongOpenId] = "错误的OPENID",
        [10005] = "应用未审核超时，请提交认证",
        [10007] = "未知的请求源",
        [10008] = "被禁止的IP",
        [10009] = "被禁止的KEY",
        [10011] = "当前IP请求超过限制",
        [10012] = "请求超过次数限制",
        [10013] = "测试KEY超过请求限制",
        [10014] = "系统内部异常",
        [10020] = "接口维护",
        [10021] = "接口停用",
    };

    private static readonly Dictionary<string, string> _descriptions = new()
    {
        ["3003"] = "人脸库中的照片检测不到人脸",
        ["3004"] = "用户上传的照片检测不到人脸",
        ["3005"] = "人脸比对失败",
    };

    public static readonly IReadOnlyList<PhotoMagic> Magic =
    [
        .. _descriptions.Select(pair => new PhotoMagic(pair.Key, Failed(pair.Key), $"res 2: {pair.Value}")),
        new("res2", new JsonObject { ["res"] = 2, ["message"] = "身份证核查成功，但人脸比对失败" }, "res 2 without a code"),
        new("res3", new JsonObject { ["res"] = 3, ["message"] = "身份证号与姓名不匹配" }, "身份证号与姓名不匹配"),
        .. _reasons.Select(pair => new PhotoMagic($"{pair.Key}", new JsonObject { ["error_code"] = pair.Key }, pair.Value)),
        new("226403image", new JsonObject { ["error_code"] = WrongParameter, ["reason"] = "参数错误(图片过大)" }, "参数错误(图片过大)"),
    ];

    public static string ReasonOf(int code) => _reasons.GetValueOrDefault(code, "未知错误");

    /// <summary>System codes count from 101 in older endpoints.</summary>
    public static int OldOf(int code) => code < FirstServiceCode ? code - OldOffset : code;

    public static bool IsSystem(int code) => code < FirstServiceCode;

    public static JsonObject Compared(double score) => new() { ["res"] = 1, ["score"] = score, ["message"] = "身份证号与姓名匹配，且比对成功" };

    public static JsonObject Failed(string code) => new()
    {
        ["res"] = 2,
        ["code"] = code,
        ["message"] = "身份证核查成功，但人脸比对失败",
        ["desc"] = _descriptions[code],
    };
}
