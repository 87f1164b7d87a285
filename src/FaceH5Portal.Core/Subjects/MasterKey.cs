using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>One version of the key that wraps every subject's data key. It never touches the data, nor the database.</summary>
public sealed class MasterKey
{
    public const int Bytes = 32;

    private readonly byte[] wrapping;

    public MasterKey(byte[] key, int version = 1)
    {
        if (key.Length != Bytes)
            throw new PortalStartException($"The master key must be {Bytes} bytes in base64, and this one has {key.Length} bytes.");
        Version = version;
        wrapping = Derive(key, "wrap");
        FirstIndexKey = Derive(key, "blind-index");
    }

    public int Version { get; }

    /// <summary>What keyed the blind index before it had a key of its own.</summary>
    internal byte[] FirstIndexKey { get; }

    internal byte[] Wrap(byte[] key, byte[] nonce, string context) => Envelope.Seal(wrapping, nonce, key, context);

    internal byte[] Unwrap(byte[] wrapped, string context) => Envelope.Open(wrapping, wrapped, context);

    private static byte[] Derive(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Bytes, info: Encoding.UTF8.GetBytes(purpose));
}
