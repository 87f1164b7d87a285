using System.Text.Json;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Codes;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Juhe;

/// <summary>
/// Reads <c>verifyface</c> (聚合数据 人脸实名认证开发文档, 返回参数说明 and 3、错误码参照). <c>error_code</c> decides, the older <c>resultcode</c> where it is
/// absent, and the words of <c>reason</c> only between two readings of one code.
/// </summary>
internal static class JuheReading
{
    private const string Success = "0";
    private const string OldSuccess = "200";
    private const int NewerThanOld = 9900;
    private const int FirstServiceCode = 200_000;
    private const string WrongParameter = "226403";
    private const string WrongPhoto = "226403/image";
    private const string PhotoWord = "图片";

    public static PhotoCheckResult? Read(JsonElement root, PhotoMarks marks)
    {
        if (ErrorCode(root) is not { } code)
            return null;
        string reason = root.Text("reason") ?? "";
        var result = root.Object("result");
        if (code != Success)
            return PhotoAnswer.Of(PhotoVendor.Juhe, code, RowOf(code, reason)) with { Message = reason, RequestId = result?.Text("orderid") };
        return result is { } told && Verdict(told, marks) is { } verdict
            ? verdict with { Message = told.Text("desc") ?? told.Text("message") ?? reason, RequestId = told.Text("orderid") }
            : null;
    }

    /// <summary>System codes count from 101 in resultcode and from 10001 in error_code.</summary>
    private static string? ErrorCode(JsonElement root)
    {
        if (root.Text("error_code") is { } code)
            return code;
        if (root.Text("resultcode") is OldSuccess)
            return Success;
        return root.Whole("resultcode") is { } old ? $"{(old < FirstServiceCode ? old + NewerThanOld : old)}" : null;
    }

    private static string? RowOf(string code, string reason) =>
        code == WrongParameter && reason.Contains(PhotoWord, StringComparison.Ordinal) ? WrongPhoto : null;

    /// <summary>Success only says that the call was carried out and charged; even res 1 leaves it to the score whose photo it is.</summary>
    private static PhotoCheckResult? Verdict(JsonElement told, PhotoMarks marks) => told.Whole("res") switch
    {
        1 => PhotoAnswer.Of(PhotoVendor.Juhe, "res=1").Graded(told.Number("score"), marks),
        2 when told.Text("code") is ("3003" or "3004" or "3005") and { } known => PhotoAnswer.Of(PhotoVendor.Juhe, known),
        2 => PhotoAnswer.Of(PhotoVendor.Juhe, told.Text("code") ?? "res=2", "res=2"),
        3 => PhotoAnswer.Of(PhotoVendor.Juhe, "res=3"),
        _ => null,
    };
}
