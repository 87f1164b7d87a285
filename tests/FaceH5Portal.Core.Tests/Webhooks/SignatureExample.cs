using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Core.Tests.Webhooks;

/// <summary>What docs/webhooks.md gives to integrators, word for word.</summary>
internal static class SignatureExample
{
    // Of the guide:
    public static bool IsGenuine(string id, string timestamp, string signatures, byte[] body, string secret, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - seconds) > 300)
            return false;
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = Encoding.UTF8.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)));
        return signatures.Split(' ').Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), expected));
    }
    // To here.
}
