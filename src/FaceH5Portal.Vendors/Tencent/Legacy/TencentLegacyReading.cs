using System.Text.Json;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Codes;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Tencent.Legacy;

/// <summary>Reads <c>face/idcardcompare</c> (腾讯云 用户上传照片身份信息核验, 输出参数 and 错误码).</summary>
internal static class TencentLegacyReading
{
    private const string Success = "0";

    public static PhotoCheckResult? Read(JsonElement root, PhotoMarks marks)
    {
        if (root.Text("code") is not { } code)
            return null;
        var data = root.Object("data");
        var result = PhotoAnswer.Of(PhotoVendor.TencentLegacy, code) with
        {
            Message = root.Text("message") ?? "",
            RequestId = data?.Text("session_id"),
        };
        return code == Success ? result.Graded(data?.Number("similarity"), marks) : result;
    }
}
