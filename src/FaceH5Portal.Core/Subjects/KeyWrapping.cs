using System.Security.Cryptography;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>Wraps data keys, the index key and the keys of cookies under the newest master key, and unwraps what any version wrapped.</summary>
public sealed class KeyWrapping(MasterKeyRing keys, Entropy entropy)
{
    private const string IndexContext = "index-key";

    public int Version => keys.Current.Version;

    /// <param name="context">What the secret is for; only the same opens it again.</param>
    public byte[] Wrap(byte[] secret, string context) => keys.Current.Wrap(secret, entropy.Nonce(), context);

    /// <exception cref="CryptographicException">This version is not at hand, or it wrapped something else.</exception>
    public byte[] Unwrap(int version, byte[] wrapped, string context) => keys.Versions.Contains(version)
        ? keys[version].Unwrap(wrapped, context)
        : throw new CryptographicException($"{keys.Source} does not hold version {version} of the master key.");

    internal OpenedKey WrapNew(Guid subjectId)
    {
        var key = NewKey();
        return new OpenedKey(Wrap(key, ContextOf(subjectId)), key);
    }

    /// <exception cref="CryptographicException">The key is destroyed or damaged.</exception>
    internal byte[] KeyOf(Subject subject)
    {
        if (subject.IsErased)
            throw new CryptographicException("The subject is erased.");
        if (subject.Opened is not { } opened || !opened.IsOf(subject.WrappedKey))
            subject.Opened = opened = new OpenedKey(subject.WrappedKey, keys[subject.MasterKeyVersion].Unwrap(subject.WrappedKey, ContextOf(subject.Id)));
        return opened.Key;
    }

    internal byte[] KeyOf(IndexKey row) => keys[row.MasterKeyVersion].Unwrap(row.WrappedKey, IndexContext);

    internal IndexKey IndexKeyOf(byte[] key) => new() { WrappedKey = Wrap(key, IndexContext), MasterKeyVersion = Version };

    internal byte[] NewKey() => entropy.Bytes(MasterKey.Bytes);

    /// <summary>False, and nothing changed, when the key does not open.</summary>
    internal bool TryRewrap(Subject subject)
    {
        if (!Opens(() => KeyOf(subject), out var key))
            return false;
        (subject.WrappedKey, subject.MasterKeyVersion) = (Wrap(key, ContextOf(subject.Id)), Version);
        return true;
    }

    internal void Rewrap(IndexKey row) =>
        (row.WrappedKey, row.MasterKeyVersion) = (Wrap(KeyOf(row), IndexContext), Version);

    internal bool Opens(Subject subject) => Opens(() => KeyOf(subject), out _);

    internal bool Opens(IndexKey row) => Opens(() => KeyOf(row), out _);

    private static bool Opens(Func<byte[]> open, out byte[] key)
    {
        try
        {
            key = open();
            return true;
        }
        catch (CryptographicException)
        {
            // What the caller asks: whether this is the right key.
            key = [];
            return false;
        }
    }

    private static string ContextOf(Guid subjectId) => $"key|{subjectId:N}";
}
