using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.People;

/// <summary>Seals what an account keeps secret with a key of its own, from one that no rotation of the master key changes.</summary>
public sealed class AccountSeal(Entropy entropy)
{
    private byte[]? key;

    internal void Use(byte[] root) => key = HMACSHA256.HashData(root, "account-secrets"u8);

    public byte[] Seal(Guid accountId, string secret) =>
        Envelope.Seal(Key, entropy.Nonce(), Encoding.UTF8.GetBytes(secret), Context(accountId));

    /// <exception cref="CryptographicException">It was changed, or is another account's.</exception>
    public string Open(Guid accountId, byte[] sealedSecret) => Encoding.UTF8.GetString(Envelope.Open(Key, sealedSecret, Context(accountId)));

    /// <summary>What is kept of a short code: to be recognised, and not to be guessed by who has the database.</summary>
    public string MarkOf(Guid accountId, string code) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{accountId:N}|{code}")));

    private byte[] Key => key ?? throw new InvalidOperationException("The database is not open yet.");

    private static string Context(Guid accountId) => $"account|{accountId:N}";
}
