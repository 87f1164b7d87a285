using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>
/// A list of passwords that are known to have leaked, in a file of the house: lines of SHA-1 in hex, in order, each
/// with a count behind a colon or without, as "Have I Been Pwned" hands them out. Nothing of a password leaves the machine.
/// </summary>
internal sealed class LeakedPasswords(string? file)
{
    private const int Digits = 40;

    // Enough for a digest, its count and the end of the line before.
    private const int Window = 256;

    /// <exception cref="PortalStartException">The file that is named is not there or holds something else.</exception>
    public static LeakedPasswords Read(IConfigurationSection section)
    {
        const string name = "LeakedPasswordsFile";
        if (section[name] is not { Length: > 0 } path)
            return new LeakedPasswords(null);
        if (!File.Exists(path))
            throw new PortalStartException($"{section.Path}:{name} is \"{path}\". There is no such file.");
        using var stream = File.OpenRead(path);
        if (LineFrom(stream, 0) is not { } first || !IsDigest(first.Digest))
            throw new PortalStartException($"{section.Path}:{name} is \"{path}\". Its lines must begin with SHA-1 digests of 40 hex digits, in order.");
        return new LeakedPasswords(path);
    }

    public bool Holds(string password)
    {
        if (file is null)
            return false;
        // The lists come so; nothing is protected by it.
        var sought = Convert.ToHexString(CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(password)));
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, Window, FileOptions.RandomAccess);
        var (from, to) = (0L, stream.Length);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (LineFrom(stream, middle) is not { } line || line.Begin >= to)
                to = middle;
            else if (string.CompareOrdinal(line.Digest, sought) is var order && order == 0)
                return true;
            else if (order < 0)
                from = line.Begin + 1;
            else
                to = middle;
        }
        return false;
    }

    /// <summary>The first line that begins at this place or behind it; null behind the last.</summary>
    private static (long Begin, string Digest)? LineFrom(FileStream stream, long place)
    {
        // The byte before tells whether a line begins right here.
        var start = Math.Max(0, place - 1);
        stream.Position = start;
        Span<byte> window = stackalloc byte[Window];
        var read = window[..stream.ReadAtLeast(window, Window, throwOnEndOfStream: false)];
        var skip = place == 0 ? 0 : read.IndexOf((byte)'\n') + 1;
        return (place > 0 && skip == 0) || read.Length < skip + Digits ? null
            : (start + skip, Encoding.ASCII.GetString(read.Slice(skip, Digits)).ToUpperInvariant());
    }

    private static bool IsDigest(string text) => text.All(char.IsAsciiHexDigit);
}
