using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Vendors.Juhe;

/// <summary>
/// The vendor's encryption (聚合数据 人脸实名认证开发文档, 2、人脸对比加密版, 加密说明): AES-128/ECB/PKCS5, to be written as base64;
/// the key is the first 16 characters of the lower-case hex MD5 of the OpenId. Weak, and all the vendor takes.
/// </summary>
internal static class JuheCipher
{
    private const int KeyCharacters = 16;

    public static byte[] KeyOf(string openId)
    {
        byte[] digest = MD5.HashData(Encoding.UTF8.GetBytes(openId));
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(digest)[..KeyCharacters]);
    }

    public static byte[] Encrypt(ReadOnlySpan<byte> plain, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptEcb(plain, PaddingMode.PKCS7);
    }
}
