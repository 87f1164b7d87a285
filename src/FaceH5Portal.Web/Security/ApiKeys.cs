using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Access;

namespace FaceH5Portal.Web.Security;

/// <summary>A program that may call the integration API. Only the hash of its key is kept.</summary>
public sealed record ApiKey(string Name, string Sha256, IReadOnlySet<Permission> Permissions)
{
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

/// <summary>Turns a key into the actor that services check as they check a person.</summary>
public sealed class ApiKeys(IEnumerable<ApiKey> keys)
{
    private readonly List<(byte[] Hash, Actor Actor)> known =
        [.. keys.Select(key => (Convert.FromHexString(key.Sha256), new Actor($"api-key/{key.Name}", key.Name, key.Permissions)))];

    /// <summary>Null for a key nobody was given. Every key is compared, each in constant time, so that the time tells nothing.</summary>
    public Actor? ActorOf(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        Actor? found = null;
        foreach (var entry in known)
            if (CryptographicOperations.FixedTimeEquals(entry.Hash, hash))
                found = entry.Actor;
        return found;
    }
}
