using System.Buffers.Binary;

namespace FaceH5Portal.Web.Tests.Canaries;

/// <summary>Looks for very many runs of bytes at once, by the eight they begin with.</summary>
internal sealed class CanarySearch
{
    private const int Head = sizeof(ulong);
    private const int Chunk = 1 << 20;

    private readonly Dictionary<ulong, List<(byte[] Bytes, CanaryNeedle Needle)>> byHead = [];
    private int longest = Head;

    public void Add(CanaryNeedle needle, IEnumerable<(string Form, byte[] Bytes)> forms)
    {
        foreach (var (form, bytes) in forms)
        {
            // A shorter one would be met by chance.
            Assert.True(bytes.Length >= Head, $"{needle} is too short as {form}");
            var head = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            if (!byHead.TryGetValue(head, out var same))
                byHead[head] = same = [];
            same.Add((bytes, needle with { Form = form }));
            longest = Math.Max(longest, bytes.Length);
        }
    }

    public IReadOnlyList<CanaryNeedle> In(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return In(file);
    }

    public IReadOnlyList<CanaryNeedle> In(Stream stream)
    {
        var (found, buffer, kept) = (new HashSet<CanaryNeedle>(), new byte[Chunk + longest], 0);
        for (int read; (read = stream.ReadAtLeast(buffer.AsSpan(kept), Chunk, throwOnEndOfStream: false)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            Look(seen, found);
            // What a cut would hide begins within the last of it.
            kept = Math.Min(longest - 1, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }
        return [.. found];
    }

    private void Look(ReadOnlySpan<byte> seen, HashSet<CanaryNeedle> found)
    {
        for (var at = 0; at <= seen.Length - Head; at++)
            if (byHead.TryGetValue(BinaryPrimitives.ReadUInt64LittleEndian(seen[at..]), out var candidates))
                foreach (var (bytes, needle) in candidates)
                    if (seen[at..].StartsWith(bytes))
                        found.Add(needle);
    }
}

/// <summary>Whose it is, what it is, and in which form it was looked for.</summary>
internal sealed record CanaryNeedle(int Person, string What, string Form = "");
