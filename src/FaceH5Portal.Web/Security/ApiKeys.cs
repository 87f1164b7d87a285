using System.Security.Cryptography;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.People.Keys;

namespace FaceH5Portal.Web.Security;

/// <summary>A program that may call the integration API by the settings. Only the hash of its key is kept.</summary>
public sealed record ApiKey(string Name, string Sha256, IReadOnlySet<Permission> Permissions);

/// <summary>Turns a key into the actor that services check as they check a person.</summary>
public sealed class ApiKeys(IEnumerable<ApiKey> keys, KeyBook book)
{
    private readonly List<(byte[] Hash, Actor Actor)> known =
        [.. keys.Select(key => (Convert.FromHexString(key.Sha256), new Actor(IssuedKey.ActorIdOf(key.Name), key.Name, key.Permissions)))];

    /// <summary>Null for a key nobody was given. Those of the settings are compared in constant time, so that the time tells nothing; the others are found by their hash.</summary>
    public async Task<Actor?> ActorOfAsync(string key, CancellationToken cancellationToken)
    {
        var text = KeyRules.Hash(key);
        var hash = Convert.FromHexString(text);
        Actor? found = null;
        foreach (var entry in known)
            if (CryptographicOperations.FixedTimeEquals(entry.Hash, hash))
                found = entry.Actor;
        return found ?? await book.ActorOfAsync(text, cancellationToken);
    }

    /// <summary>The SHA-256 of an actor's key, which both sides can make; null for who has none.</summary>
    public async Task<byte[]?> HashOfAsync(string actorId, CancellationToken cancellationToken) =>
        known.Find(entry => entry.Actor.Id == actorId).Hash
            ?? (await book.HashOfAsync(actorId, cancellationToken) is { } issued ? Convert.FromHexString(issued) : null);
}
