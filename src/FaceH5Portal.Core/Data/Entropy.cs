using System.Security.Cryptography;

namespace FaceH5Portal.Core.Data;

/// <summary>The one source of ids, keys and secrets, so that a simulation can replay a run exactly.</summary>
public class Entropy
{
    // A session takes some 25 ids and nonces; the system's generator costs as much for one as for all of them.
    private const int AtOnce = 512;

    private readonly Lock turn = new();
    private byte[] ready = [];
    private int used;

    /// <summary>For keys and secrets.</summary>
    public virtual byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);

    /// <summary>For a value that is no secret, as a seal carries it in the open.</summary>
    public byte[] Nonce() => Public(Envelope.NonceBytes);

    /// <summary>A version 7 id: ordered by the portal's clock, so that newest-first lists follow the key.</summary>
    public Guid NewId(TimeProvider clock)
    {
        Span<byte> bytes = Public(16);
        Date(bytes, clock.GetUtcNow());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>No id made since then is lower.</summary>
    public static Guid FirstIdSince(DateTime utc)
    {
        Span<byte> bytes = new byte[16];
        Date(bytes, new DateTimeOffset(utc, TimeSpan.Zero));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Out of a store that is filled now and then: nobody is hurt by what is read of it in memory.</summary>
    private byte[] Public(int count)
    {
        lock (turn)
        {
            if (used + count > ready.Length)
                (ready, used) = (Bytes(AtOnce), 0);
            used += count;
            return ready[(used - count)..used];
        }
    }

    private static void Date(Span<byte> bytes, DateTimeOffset at)
    {
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var i = 5; i >= 0; i--, milliseconds >>= 8)
            bytes[i] = (byte)milliseconds;
    }

    /// <summary>Marks our secrets, so that a log guard or a leak scanner knows one wherever it stands.</summary>
    public const string SecretPrefix = "fh5_";

    // 16 bytes as base64 without its padding, behind the prefix.
    private const int SecretLength = 22 + 4;

    /// <summary>Whether a text could be one of our secrets; what cannot is not worth a look into the database.</summary>
    public static bool HasShapeOfSecret(string text) =>
        text.Length == SecretLength && text.StartsWith(SecretPrefix, StringComparison.Ordinal);

    /// <summary>128 bit, safe in a path.</summary>
    public string NewSecret() => SecretPrefix + Convert.ToBase64String(Bytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
