using System.Globalization;
using System.Security.Cryptography;

namespace FaceH5Portal.Sandbox.Hosting;

/// <summary>Identifiers in the vendor's shapes.</summary>
internal static class VendorIds
{
    private const string Digits = "0123456789";
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + Digits;

    /// <summary>19 digits that fit a 64-bit integer but not a double.</summary>
    public static string LogId() => "1" + RandomNumberGenerator.GetString(Digits, 18);

    public static long NumericLogId() => long.Parse(LogId(), CultureInfo.InvariantCulture);

    public static string VerifyToken() => RandomNumberGenerator.GetString(Alphanumeric, 24);

    public static string Hex32() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
