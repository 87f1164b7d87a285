namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>
/// Counts things by key and hour, for as long as they are of interest. In memory alone: whoever makes up ways back by the
/// thousand shall cost no write, and a restart may forget.
/// </summary>
internal sealed class RecentCounts(TimeSpan memory, TimeProvider clock)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    // More keys than an honest day has; beyond it a new one waits until old ones are forgotten.
    private const int MostKeys = 50_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Key, long Step), int> counts = [];
    private long swept;

    public void Note(string key)
    {
        var step = StepOf(clock.GetUtcNow());
        lock (turn)
        {
            Sweep(step);
            if (counts.TryGetValue((key, step), out var count))
                counts[(key, step)] = count + 1;
            else if (counts.Count < MostKeys)
                counts.Add((key, step), 1);
        }
    }

    /// <summary>How often each key was noted since then, to within five minutes.</summary>
    public IReadOnlyDictionary<string, int> Since(DateTimeOffset since)
    {
        var first = StepOf(since);
        lock (turn)
            return counts.Where(count => count.Key.Step >= first).GroupBy(count => count.Key.Key)
                .ToDictionary(group => group.Key, group => group.Sum(count => count.Value));
    }

    private void Sweep(long step)
    {
        if (step == swept)
            return;
        var oldest = StepOf(clock.GetUtcNow() - memory);
        foreach (var old in counts.Keys.Where(key => key.Step < oldest).ToList())
            counts.Remove(old);
        swept = step;
    }

    private static long StepOf(DateTimeOffset at) => at.UtcTicks / Step.Ticks;
}
