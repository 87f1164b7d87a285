using FaceH5Portal.Vendors.Baidu.Reading;
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
}
