using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Vendors.Linkface;

/// <summary>The vendor's signature (/v2/identity/selfie_idnumber_verification, 签名sign说明): SHA-256, lower-case hex, of account, secret and timestamp in a row.</summary>
internal static class LinkfaceSignature
{
    public static string Of(string apiId, string apiSecret, string timestamp) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(apiId + apiSecret + timestamp)));

    public static string Timestamp(DateTimeOffset now, bool inSeconds) =>
        (inSeconds ? now.ToUnixTimeSeconds() : now.ToUnixTimeMilliseconds()).ToString(CultureInfo.InvariantCulture);
}
