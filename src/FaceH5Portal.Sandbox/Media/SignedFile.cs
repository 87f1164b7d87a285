using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Sandbox.Faceprint;

namespace FaceH5Portal.Sandbox.Media;

/// <summary>Addresses that are good for a day from the question that handed them out, in the form of the vendor's object store.</summary>
internal static class SignedFile
{
    private const string Folder = "/v1/faceprint-capture/";
    private const int ValidSeconds = 86_400;
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly byte[] _key = "sandbox-object-store"u8.ToArray();

    public const string Route = Folder + "{file}";

    /// <summary>Whether a file can be had by its signed address alone.</summary>
    public static bool Covers(string id) =>
        id.EndsWith(MediaStore.Face, StringComparison.Ordinal) || id.EndsWith(MediaStore.Card, StringComparison.Ordinal);

    /// <summary>Null where no camera took anything.</summary>
    public static string? Address(string? id, FaceprintCall call) => id is null
        ? null
        : $"{call.BaseUrl}{Folder}{id}?authorization={Uri.EscapeDataString(Sign(id, call.Now))}";

    public static bool IsValid(string id, string? authorization, DateTimeOffset now)
    {
        if (authorization?.Split('/') is not [_, _, var time, ..]) return false;
        return DateTimeOffset.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed)
            && now < signed.AddSeconds(ValidSeconds)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization), Encoding.UTF8.GetBytes(Sign(id, signed)));
    }

    private static string Sign(string id, DateTimeOffset time)
    {
        var head = $"bce-auth-v1/sandbox/{time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}/{ValidSeconds}/host/";
        return head + Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(head + id)));
    }
}
