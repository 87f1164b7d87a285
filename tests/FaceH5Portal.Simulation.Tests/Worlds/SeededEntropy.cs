using System.Buffers.Binary;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>The portal's ids, keys and secrets, out of the world's own dice.</summary>
internal sealed class SeededEntropy(Dice dice) : Entropy
{
    public override byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        Span<byte> word = stackalloc byte[8];
        for (var at = 0; at < count; at += word.Length)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, dice.Next());
            word[..Math.Min(word.Length, count - at)].CopyTo(bytes.AsSpan(at));
        }
        return bytes;
    }
}
