using System.Security.Cryptography;
using System.Text;

namespace NaiveEngine;

/// <summary>AES-256-GCM under the one key of the application.</summary>
internal sealed class Sealing(byte[] key)
{
    private const int TagBytes = 16;
    private const int NonceBytes = 12;

    public byte[] Seal(string text) => Seal(Encoding.UTF8.GetBytes(text));

    public byte[] Seal(byte[] plain)
    {
        var result = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(result.AsSpan(0, NonceBytes), plain, result.AsSpan(NonceBytes + TagBytes), result.AsSpan(NonceBytes, TagBytes));
        return result;
    }

    public string Open(byte[] content)
    {
        var plain = new byte[content.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(content.AsSpan(0, NonceBytes), content.AsSpan(NonceBytes + TagBytes), content.AsSpan(NonceBytes, TagBytes), plain);
        return Encoding.UTF8.GetString(plain);
    }

    public string KeyedHash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
