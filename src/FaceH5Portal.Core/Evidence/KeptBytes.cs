using System.Buffers;

namespace FaceH5Portal.Core.Evidence;

/// <summary>What is kept of a file, gathered in borrowed memory: most files have nothing to hide, and are handed on as they are.</summary>
/// <param name="most">No more than this is ever kept.</param>
internal sealed class KeptBytes(int most) : IDisposable
{
    private readonly byte[] borrowed = ArrayPool<byte>.Shared.Rent(most);
    private int length;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(borrowed.AsSpan(length));
        length += bytes.Length;
    }

    /// <summary>The file itself where all of it was kept.</summary>
    public byte[] Of(byte[] file)
    {
        var kept = borrowed.AsSpan(0, length);
        return kept.SequenceEqual(file) ? file : kept.ToArray();
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(borrowed);
}
