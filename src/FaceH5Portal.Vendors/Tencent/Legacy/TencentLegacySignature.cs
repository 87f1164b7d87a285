using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Vendors.Tencent.Legacy;

/// <summary>
/// The retired service's signature (腾讯云 鉴权签名, https://cloud.tencent.cn/document/api/867/17719): base64 of the raw HMAC-SHA1 and the text it was made over.
/// Whoever checks it reads the text from the signature, so that the order of its fields is ours to choose.
/// </summary>
internal static class TencentLegacySignature
{
    /// <summary>Good for many requests until it expires, at most three months on.</summary>
    public static string ForMany(string appId, string? bucket, string secretId, DateTimeOffset now, TimeSpan life, uint nonce) =>
        Plain(appId, bucket, secretId, (now + life).ToUnixTimeSeconds(), now, nonce, "");

    /// <summary>Good once, for one file the service keeps.</summary>
    public static string ForOne(string appId, string? bucket, string secretId, DateTimeOffset now, uint nonce, string fileId) =>
        Plain(appId, bucket, secretId, 0, now, nonce, fileId);

    public static string Sign(string plain, string secretKey)
    {
        byte[] text = Encoding.UTF8.GetBytes(plain);
        byte[] code = HMACSHA1.HashData(Encoding.UTF8.GetBytes(secretKey), text);
        return Convert.ToBase64String([.. code, .. text]);
    }

    private static string Plain(string appId, string? bucket, string secretId, long expires, DateTimeOffset now, uint nonce, string fileId) =>
        string.Create(CultureInfo.InvariantCulture, $"a={appId}{Bucket(bucket)}&k={secretId}&e={expires}&t={now.ToUnixTimeSeconds()}&r={nonce}&f={fileId}");

    private static string Bucket(string? bucket) => string.IsNullOrEmpty(bucket) ? "" : $"&b={bucket}";
}
