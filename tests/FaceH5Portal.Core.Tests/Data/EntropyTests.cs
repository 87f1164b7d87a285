using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Tests.Data;

public sealed class EntropyTests
{
    // Far more than are made ready at once.
    private const int Many = 20_000;

    private readonly Entropy entropy = new();

    [Fact]
    public async Task Whoever_asks_at_the_same_time_as_others_gets_an_id_and_a_nonce_of_their_own()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, Many / 8).Select(_ => (Id: entropy.NewId(TimeProvider.System), Nonce: Convert.ToHexString(entropy.Nonce()))).ToList())));
        var all = made.SelectMany(one => one).ToList();
        Assert.Equal(Many, all.Select(one => one.Id).Distinct().Count());
        Assert.Equal(Many, all.Select(one => one.Nonce).Distinct().Count());
    }

    [Fact]
    public void What_is_given_away_is_not_changed_by_what_is_made_next()
    {
        var first = entropy.Nonce();
        var seen = first.ToArray();
        for (var n = 0; n < 200; n++)
            entropy.Nonce().AsSpan().Clear();
        Assert.Equal(seen, first);
        Assert.Equal(12, first.Length);
    }
}
