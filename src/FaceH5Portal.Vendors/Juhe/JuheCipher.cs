using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Vendors.Photos.Http;

namespace FaceH5Portal.Vendors.Juhe;

/// <summary>
/// The vendor's encryption (聚合数据 人脸实名认证开发文档, 2、人脸对比加密版, 加密说明): AES-128/ECB/PKCS5, to be written as base64;
/// the key is the first 16 characters of the lower-case hex MD5 of the OpenId. Weak, and all the vendor takes.
/// </summary>
internal static class JuheCipher
{
    private const int KeyCharacters = 16;

    // Its base64 fills whole blocks of the cipher, and these whole groups of base64, so that pieces join without a seam.
    private const int PieceBytes = 9 * 1024;

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

    /// <summary>The photo's base64, encrypted, as a field: in pieces, because each of its three forms would be a large array.</summary>
    public static void AddPhoto(FormBody form, string name, ReadOnlySpan<byte> photo, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var base64 = new byte[Base64.GetMaxEncodedToUtf8Length(PieceBytes)];
        var encrypted = new byte[aes.GetCiphertextLengthEcb(base64.Length, PaddingMode.PKCS7)];
        form.Begin(name);
        for (; photo.Length > PieceBytes; photo = photo[PieceBytes..])
            AddPiece(photo[..PieceBytes], PaddingMode.None);
        AddPiece(photo, PaddingMode.PKCS7);

        void AddPiece(ReadOnlySpan<byte> piece, PaddingMode padding)
        {
            Base64.EncodeToUtf8(piece, base64, out _, out int written);
            form.AppendBase64(encrypted.AsSpan(0, aes.EncryptEcb(base64.AsSpan(0, written), encrypted, padding)));
        }
    }
}
