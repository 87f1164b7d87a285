using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.Photos.Linkface;

/// <summary>The document's codes (4.业务响应码) and the answers its data can hold.</summary>
internal static class LinkfaceCodes
{
    public const string Success = "0000";
    public const string WrongSignature = "1000";
    public const string NotUtf8 = "1001";
    public const string WrongParameter = "1002";
    public const string FetchFailed = "1006";
    public const string WrongAccount = "1007";
    public const string FileTooLarge = "1013";
    public const string NoSuchPhoto = "1014";
    public const string NoPhoto = "1015";
    public const string WrongPhoto = "1016";

    private static readonly Dictionary<string, string> _messages = new()
    {
        [Success] = "调用成功",
        [WrongSignature] = "验签失败",
        [NotUtf8] = "参数非UTF-8编码",
        [WrongParameter] = "请求参数错误",
        ["1003"] = "liveness_data 出错",
        ["1004"] = "图片未检测出人脸",
        ["1005"] = "从网络获取图片超时",
        [FetchFailed] = "网络地址图片获取失败",
        [WrongAccount] = "账号或密钥错误",
        ["1008"] = "账号过期",
        ["1009"] = "调用频率超出限额",
        ["1010"] = "调用次数超出限额",
        ["1011"] = "无调用权限",
        ["1012"] = "请求路径错误",
        [FileTooLarge] = "图片体积过大",
        [NoSuchPhoto] = "图片不存在",
        [NoPhoto] = "文件不是图片文件或已经损坏",
        [WrongPhoto] = "图片大小或格式不符合要求",
        ["9999"] = "服务器内部错误",
    };

    private static readonly HashSet<string> _aboutPhoto = ["1004", FileTooLarge, NoSuchPhoto, NoPhoto, WrongPhoto];

    /// <summary>A field that is 0 stands behind a gate that was not passed.</summary>
    public static readonly IReadOnlyList<PhotoMagic> Magic =
    [
        new("check2", Data(2, 0, 0, 0), "check_result 2: 图片质量校验不合格"),
        new("idname2", Data(1, 2, 0, 0), "id_name_result 2: 姓名身份证号不一致"),
        new("idname3", Data(1, 3, 0, 0), "id_name_result 3: 库无"),
        new("photo2", Data(1, 1, 2, 0), "photo_result 2: 库中无照片"),
        new("photo3", Data(1, 1, 3, 0), "photo_result 3: 特征提取失败"),
        .. _messages.Where(pair => pair.Key != Success).Select(pair => new PhotoMagic(pair.Key, new JsonObject { ["code"] = pair.Key }, pair.Value)),
    ];

    public static string MessageOf(string code) => _messages.GetValueOrDefault(code, "未知错误");

    public static bool IsAboutPhoto(string code) => _aboutPhoto.Contains(code);

    public static bool HasReason(string code) => code is WrongParameter or "1008";

    public static JsonObject Compared(double score) => Data(1, 1, 1, score);

    private static JsonObject Data(int check, int identity, int photo, double score) => new()
    {
        ["photo_result"] = photo,
        ["check_result"] = check,
        ["certificate_score"] = score,
        ["id_name_result"] = identity,
    };
}
