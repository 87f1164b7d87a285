namespace FaceH5Portal.Benchmarks.Memory;

/// <summary>What the working set of one stub came to, in MiB, by round.</summary>
internal sealed class Usage
{
    private const int Mebibyte = 1024 * 1024;

    private readonly Rounds _before = new();
    private readonly Rounds _live = new();
    private readonly Rounds _highest = new();
    private readonly Rounds _bytesPerToken = new();
    private readonly Rounds _finished = new();

    public double Highest => _highest.Most;

    /// <param name="before">Just started.</param>
    /// <param name="live">With all tokens live.</param>
    /// <param name="highest">The most it was until then.</param>
    /// <param name="finished">With every verification finished.</param>
    /// <param name="tokens">How many there are.</param>
    public void Add(long before, long live, long highest, long finished, int tokens)
    {
        _before.Add((double)before / Mebibyte);
        _live.Add((double)live / Mebibyte);
        _highest.Add((double)highest / Mebibyte);
        _bytesPerToken.Add((double)(live - before) / tokens);
        _finished.Add((double)finished / Mebibyte);
    }

    public string[] Cells() =>
        [_before.Show("0"), _live.Show("0"), _highest.Show("0"), _bytesPerToken.Show("0"), _finished.Show("0")];
}
