using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Tests.Data;

public sealed class EntropyTests
{
    // Far more than are made ready at once.
    private const int Each = 2_500;

    [Fact]
    public async Task Whoever_asks_at_the_same_time_as_others_gets_bytes_that_nobody_else_was_given()
    {
        var entropy = new Counting();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, Each).Select(_ => entropy.Nonce()).ToList())));
        var words = made.SelectMany(nonces => nonces).SelectMany(nonce => MemoryMarshal.Cast<byte, uint>(nonce).ToArray()).ToList();
        Assert.Equal(8 * Each * 3, words.Count);
        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public void Ids_made_in_one_moment_are_all_different_and_bear_its_time()
    {
        var entropy = new Entropy();
        var ids = Enumerable.Range(0, Each).Select(_ => entropy.NewId(TimeProvider.System)).ToList();
        Assert.Equal(Each, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(7, id.Version));
    }

    /// <summary>No four bytes of it come twice.</summary>
    private sealed class Counting : Entropy
    {
        private uint last;

        public override byte[] Bytes(int count)
        {
            var bytes = new byte[count];
            for (var at = 0; at < count; at += sizeof(uint))
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), Interlocked.Increment(ref last));
            return bytes;
        }
    }
}
