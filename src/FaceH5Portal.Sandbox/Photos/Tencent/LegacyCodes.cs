using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.Photos.Tencent;

/// <summary>The retired service's codes (错误码); exact wording of its messages is on no record.</summary>
internal static class LegacyCodes
{
    public const int Mismatch = -5803;

    private static readonly Dictionary<int, string> _messages = new()
    {
        [3] = "account abnormal,errorno is:2",
        [4] = "签名为空",
        [5] = "签名串错误",
        [6] = "签名中的APPID/Bucket与操作目标不匹配",
        [9] = "签名过期",
        [10] = "APPID不存在",
        [11] = "SecretId不存在",
        [12] = "APPID和SecretId不匹配",
        [13] = "重放攻击",
        [14] = "签名校验失败",
        [15] = "操作太频繁，触发频控",
        [16] = "Bucket不存在",
        [21] = "无效参数",
        [23] = "请求包体过大",
        [24] = "无权限，未申请服务",
        [107] = "鉴权服务不可用",
        [108] = "鉴权服务不可用",
        [213] = "内部错误",
        [-4006] = "视频中自拍照特征提取失败",
        [-4007] = "视频中自拍照之间对比失败",
        [-4009] = "Card照片提取特征失败",
        [-4010] = "自拍照与Card照片相似度计算失败",
        [-4011] = "照片解码失败",
        [-4012] = "照片人脸检测失败",
        [-4015] = "自拍照人脸检测失败",
        [-4016] = "自拍照解码失败",
        [-4017] = "Card照片人脸检测失败",
        [-4018] = "Card照片解码失败",
        [-5001] = "视频无效，上传文件不符合视频要求",
        [-5002] = "唇语失败",
        [-5005] = "自拍照解析照片不足，视频里检测到的人脸较少",
        [-5007] = "视频没有声音",
        [-5008] = "语音识别失败，视频里的人读错数字",
        [-5009] = "视频人脸检测失败，没有嘴或者脸",
        [-5010] = "唇动检测失败，视频里的人嘴巴未张开或者张开幅度小",
        [-5011] = "活体检测失败",
        [-5012] = "视频中噪声太大",
        [-5013] = "视频里的声音太小",
        [-5014] = "活体检测level参数无效",
        [-5015] = "视频像素太低，最小270*480",
        [-5016] = "视频里的人不是活体",
        [-5801] = "请求缺少身份证号码或身份证姓名",
        [-5802] = "服务器内部错误，服务暂时不可用",
        [Mismatch] = "身份证姓名与身份证号码不一致",
        [-5804] = "身份证号码无效",
        [-5805] = "用户未输入图像或者url下载失败",
        [-5806] = "身份证号码与身份证姓名不匹配",
        [-5809] = "用户身份证登记照无效",
        [-5817] = "证件照质量较差，请到户籍所在地派出所进行核实",
    };

    /// <summary>A magic name has no room for a minus sign.</summary>
    public static readonly IReadOnlyList<PhotoMagic> Magic =
        [.. _messages.Select(pair => new PhotoMagic($"{Math.Abs(pair.Key)}", new JsonObject { ["code"] = pair.Key }, $"{pair.Key} {pair.Value}"))];

    public static string MessageOf(int code) => _messages.GetValueOrDefault(code, "未知错误");

    /// <summary>The code meant by a number without its sign.</summary>
    public static int Signed(int number) => _messages.ContainsKey(-number) ? -number : number;

    public static JsonObject Compared(double similarity) => new() { ["similarity"] = similarity };
}
