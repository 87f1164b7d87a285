using System.Text.Json;
using FaceH5Portal.Vendors.Baidu.Reading;
using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu;

/// <summary>Reads answers of Baidu that were kept, by the same readers as fresh ones.</summary>
public static class StoredAnswer
{
    /// <summary>What a kept <c>result/getall</c> says (Baidu H5人脸实名认证 接口文档, section 二、5.核验及计费信息获取).</summary>
    /// <param name="body">The body as it came, JSON.</param>
    /// <returns>The record; null where the body is another call's answer, a failure, or no JSON.</returns>
    public static VerificationRecord? Record(string body) => JsonReading.Read(body, root =>
        BaiduEnvelope.Of(root) is { IsSuccess: true } envelope && RecordReading.Read(envelope) is { Attempts.Count: > 0 } record ? record : null);

    /// <summary>What a kept answer says, Baidu's or one about a photo, without the person in it.</summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="person">Name and number, should the vendor's words quote them.</param>
    /// <returns>The answer; null where the body is no JSON of a sane depth.</returns>
    public static ShownAnswer? Show(string body, params string[] person) => JsonReading.Read(body, root =>
    {
        var result = root.Object("result");
        var attempts = Record(body)?.Attempts ?? [];
        return new ShownAnswer(
            CallOf(result), MaskedJson.Of(root, person),
            attempts.Any(attempt => attempt.OcrCount is not null) ? attempts.Sum(attempt => attempt.OcrCount ?? 0) : null,
            result?.Text("extInfo") is { } words ? VendorWords.Tidy(words, person) : null);
    });

    private static string? CallOf(JsonElement? result) => result switch
    {
        null => null,
        { } part when part.Child("verify_count") is not null || part.Child("verify_result") is { ValueKind: JsonValueKind.Array } => "getall",
        { } part when part.Child("verify_result") is not null => "detail",
        { } part when part.Child("images") is not null || part.Child("processVideo") is not null || part.Child("video") is not null => "media",
        { } part when part.EnumerateObject().Any(service => BaiduServices.IsKnown(BaiduServices.NameOf(service.Name))) => "stat",
        _ => null,
    };
}
