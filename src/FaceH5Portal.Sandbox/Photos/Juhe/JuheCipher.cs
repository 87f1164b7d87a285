using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Sandbox.Photos.Juhe;

/// <summary>Reads what was encrypted for <c>verifyEncry</c>: AES/ECB/PKCS5Padding, base64, the key from the account's OpenId.</summary>
internal static class JuheCipher
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null where the text was not encrypted with this OpenId.</summary>
    public static string? Decrypt(string? text, string openId)
    {
        if (PhotoFile.FromBase64(text) is not { } encrypted) return null;
        using var aes = Aes.Create();
        aes.Key = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(openId))).Substring(0, 16));
        try
        {
            return _strict.GetString(aes.DecryptEcb(encrypted, PaddingMode.PKCS7));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or DecoderFallbackException)
        {
            return null;
        }
    }
}
