using System.Globalization;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>The versions of the master key that are at hand: the newest wraps, and each opens what it once wrapped.</summary>
public sealed class MasterKeyRing
{
    private readonly SortedDictionary<int, MasterKey> keys = [];

    /// <param name="source">The setting or file they come from, for the sentences of a refused start.</param>
    /// <exception cref="PortalStartException">There is no key, or a version stands there twice.</exception>
    public MasterKeyRing(string source, params IEnumerable<MasterKey> keys)
    {
        Source = source;
        foreach (var key in keys)
            if (!this.keys.TryAdd(key.Version, key))
                throw new PortalStartException($"{source} holds version {key.Version} of the master key twice. Write each as version:base64, on a line of its own.");
        Current = this.keys.Count > 0 ? this.keys.Values.Last() : throw new PortalStartException($"{source} holds no master key.");
    }

    public string Source { get; }

    public MasterKey Current { get; }

    public IReadOnlyCollection<int> Versions => keys.Keys;

    internal MasterKey this[int version] => keys[version];

    /// <summary>Reads "version:base64" lines; a key that names no version is version 1.</summary>
    /// <exception cref="PortalStartException">An entry is no such key.</exception>
    public static MasterKeyRing Parse(string text, string source) =>
        new(source, text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(entry => ParseKey(entry, source)));

    private static MasterKey ParseKey(string entry, string source)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        var version = 1;
        if (colon >= 0 && !(int.TryParse(entry[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out version) && version > 0))
            throw new PortalStartException($"In {source} a master key names no version that is a number from 1 up. Write each as version:base64.");
        var key = entry[(colon + 1)..];
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var count)
            ? new MasterKey(bytes[..count], version)
            : throw new PortalStartException($"The master key in {source} is not base64.");
    }
}
