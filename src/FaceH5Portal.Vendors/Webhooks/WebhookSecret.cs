using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Vendors.Webhooks;

/// <summary>
/// What signs webhooks by the Standard Webhooks specification 1.0 (symmetric, <c>v1</c>): 24 to 64 random bytes, written as <c>whsec_</c> and
/// base64 (https://www.standardwebhooks.com).
/// </summary>
public sealed class WebhookSecret
{
    /// <summary>What its text begins with.</summary>
    public const string Prefix = "whsec_";

    /// <summary>The fewest bytes the specification lets.</summary>
    public const int LeastBytes = 24;

    /// <summary>The most.</summary>
    public const int MostBytes = 64;

    private readonly byte[] _key;

    /// <param name="key">24 to 64 bytes.</param>
    /// <exception cref="ArgumentException">Fewer or more.</exception>
    public WebhookSecret(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length is < LeastBytes or > MostBytes)
            throw new ArgumentException($"A webhook secret has {LeastBytes} to {MostBytes} bytes.", nameof(key));
        _key = key;
    }

    /// <summary>For the one who is to verify; whoever has it can sign.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(_key);

    /// <summary>The signature of one attempt, <c>v1,</c> and base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
    /// <param name="id">The message's id; no full stop in it.</param>
    /// <param name="at">When the attempt is made; whole seconds count.</param>
    /// <param name="body">The body as it is sent, byte for byte.</param>
    public string Sign(string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        byte[] head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}."));
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(head);
        hash.AppendData(body);
        return "v1," + Convert.ToBase64String(hash.GetHashAndReset());
    }

    /// <summary>Not the secret.</summary>
    public override string ToString() => Prefix + "…";
}
