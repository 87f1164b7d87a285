namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>SplitMix64: the same numbers for the same seed on every machine and in every version of .NET.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int end) => (int)(Next() % (ulong)end);

    public bool Chance(double probability) => (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public TimeSpan Between(TimeSpan least, TimeSpan most) =>
        least + TimeSpan.FromSeconds(Below((int)(most - least).TotalSeconds + 1));

    public TimeSpan Minutes(int least, int most) => Between(TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));

    /// <summary>An independent stream, so that one part of a world may ask more often without shifting the others.</summary>
    public Dice Fork() => new(Next());
}
