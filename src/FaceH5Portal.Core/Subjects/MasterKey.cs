using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>The key that wraps every subject's data key. It never touches the data, nor the database.</summary>
public sealed class MasterKey
{
    public const int Bytes = 32;

    private readonly byte[] wrapping;
    private readonly byte[] indexing;

    public MasterKey(byte[] key, int version = 1)
    {
        if (key.Length != Bytes)
            throw new PortalStartException($"The master key must be {Bytes} bytes in base64, and this one has {key.Length} bytes.");
        Version = version;
        wrapping = Derive(key, "wrap");
        indexing = Derive(key, "blind-index");
    }

    public int Version { get; }

    internal byte[] Wrap(byte[] dataKey, byte[] nonce, string context) =>
        Envelope.Seal(wrapping, nonce, dataKey, context);

    internal byte[] Unwrap(byte[] wrapped, string context) => Envelope.Open(wrapping, wrapped, context);

    /// <summary>Equal texts have equal indexes; nothing else can be learnt from one without the key.</summary>
    public string BlindIndex(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(indexing, Encoding.UTF8.GetBytes(text)));

    private static byte[] Derive(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Bytes, info: Encoding.UTF8.GetBytes(purpose));
}
