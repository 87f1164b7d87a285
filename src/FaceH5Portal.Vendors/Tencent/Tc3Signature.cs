using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Vendors.Tencent;

/// <summary>TC3-HMAC-SHA256 (腾讯云 API 3.0 签名方法 v3) over a POST to <c>/</c> without a query: exactly the headers and bytes that go out.</summary>
internal static class Tc3Signature
{
    public const string Algorithm = "TC3-HMAC-SHA256";

    private const string End = "tc3_request";

    /// <summary>What goes into the <c>Authorization</c> header.</summary>
    /// <param name="keys">The key's two halves.</param>
    /// <param name="service">faceid; for a test that of the vendor's own example.</param>
    /// <param name="at">What X-TC-Timestamp says.</param>
    /// <param name="headers">The headers to sign, by lower-case name, in the order of their names.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Authorization(
        (string Id, string Key) keys, string service, DateTimeOffset at, IReadOnlyList<(string Name, string Value)> headers, ReadOnlySpan<byte> body)
    {
        // The vendor's day is that of UTC, not of Beijing.
        string date = at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string scope = $"{date}/{service}/{End}";
        string canonical = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(headers, body))));
        string toSign = string.Create(CultureInfo.InvariantCulture, $"{Algorithm}\n{at.ToUnixTimeSeconds()}\n{scope}\n{canonical}");
        byte[] key = Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("TC3" + keys.Key), date), service), End);
        return $"{Algorithm} Credential={keys.Id}/{scope}, SignedHeaders={Names(headers)}, Signature={Hex(Hmac(key, toSign))}";
    }

    internal static string Canonical(IReadOnlyList<(string Name, string Value)> headers, ReadOnlySpan<byte> body) =>
        $"POST\n/\n\n{string.Concat(headers.Select(header => $"{header.Name}:{header.Value.Trim().ToLowerInvariant()}\n"))}\n{Names(headers)}\n{Hex(SHA256.HashData(body))}";

    private static string Names(IReadOnlyList<(string Name, string Value)> headers) => string.Join(';', headers.Select(header => header.Name));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] digest) => Convert.ToHexStringLower(digest);
}
