using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Sandbox.Profile;

namespace FaceH5Portal.Sandbox.Photos.Linkface;

/// <summary>Whether the caller is who the signature says: account, secret and the timestamp exactly as it came.</summary>
internal static class LinkfaceCaller
{
    public const string ApiId = "lf_test_api_id";
    public const string ApiSecret = "lf_test_api_secret";

    private const int Seconds = 10;
    private const int Milliseconds = 13;

    /// <summary>The code of the refusal and its reason; null when all is right.</summary>
    public static (string Code, string? Reason)? Fault(PhotoForm form, VendorProfile profile)
    {
        if (form.Text("api_id") != ApiId) return (LinkfaceCodes.WrongAccount, null);
        if (form.Text("timestamp") is not { } timestamp || !timestamp.All(char.IsAsciiDigit) || !Takes(timestamp.Length, profile[PhotoSwitches.LinkfaceTimestamp]))
            return (LinkfaceCodes.WrongParameter, "timestamp is invalid");
        var sign = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ApiId + ApiSecret + timestamp)));
        return string.Equals(form.Text("sign"), sign, StringComparison.OrdinalIgnoreCase) ? null : (LinkfaceCodes.WrongSignature, null);
    }

    private static bool Takes(int digits, string unit) => unit switch
    {
        "seconds" => digits == Seconds,
        "milliseconds" => digits == Milliseconds,
        _ => digits is Seconds or Milliseconds,
    };
}
