using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Core.Data;

/// <summary>AES-256-GCM: nonce, tag, ciphertext; bound to a context so that a value cannot be moved elsewhere.</summary>
internal static class Envelope
{
    public const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(byte[] key, byte[] nonce, ReadOnlySpan<byte> plain, string context)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        nonce.CopyTo(sealedBytes, 0);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes),
            sealedBytes.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(context));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Another key sealed it, or it was changed or moved.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> sealedBytes, string context)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes)
            throw new CryptographicException("This is too short to be sealed.");
        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..],
            sealedBytes.Slice(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(context));
        return plain;
    }
}
