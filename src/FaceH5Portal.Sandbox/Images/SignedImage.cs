using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Images;

/// <summary>Links to a captured picture that are good for a day, in the form of the vendor's object store.</summary>
internal static class SignedImage
{
    private const string Folder = "/v1/faceprint-capture/";
    private const int ValidSeconds = 86_400;
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly byte[] _key = "sandbox-object-store"u8.ToArray();

    public const string Route = Folder + "{image}.jpg";

    public static string PathFor(Attempt attempt) =>
        $"{Folder}{attempt.ImageId}.jpg?authorization={Uri.EscapeDataString(Sign(attempt.ImageId, attempt.CapturedAt))}";

    public static bool IsValid(string imageId, string? authorization, DateTimeOffset now)
    {
        if (authorization?.Split('/') is not [_, _, var time, ..]) return false;
        return DateTimeOffset.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed)
            && now < signed.AddSeconds(ValidSeconds)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization), Encoding.UTF8.GetBytes(Sign(imageId, signed)));
    }

    private static string Sign(string imageId, DateTimeOffset time)
    {
        var head = $"bce-auth-v1/sandbox/{time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}/{ValidSeconds}/host/";
        return head + Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(head + imageId)));
    }
}
