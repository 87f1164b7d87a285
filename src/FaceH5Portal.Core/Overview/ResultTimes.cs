namespace FaceH5Portal.Core.Overview;

/// <summary>
/// Times from a session's creation to its result, counted by steps: counts of days can be added up, medians cannot.
/// </summary>
public static class ResultTimes
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
        TimeSpan.FromHours(8), TimeSpan.FromHours(16), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(3),
        TimeSpan.FromDays(7), TimeSpan.FromDays(30), TimeSpan.MaxValue,
    ];

    public static IReadOnlyList<int> None { get; } = new int[Steps.Length];

    public static IReadOnlyList<int> Of(IEnumerable<TimeSpan> times)
    {
        var counts = new int[Steps.Length];
        foreach (var time in times)
            counts[Array.FindIndex(Steps, step => time <= step)]++;
        return counts;
    }

    public static IReadOnlyList<int> Sum(IEnumerable<IReadOnlyList<int>> days)
    {
        var sum = new int[Steps.Length];
        foreach (var day in days)
            for (var step = 0; step < sum.Length; step++)
                sum[step] += day[step];
        return sum;
    }

    /// <summary>The end of the step within which so large a part had its result; null where nobody had one.</summary>
    public static TimeSpan? Within(IReadOnlyList<int> counts, double part)
    {
        var wanted = Math.Max(1, (int)Math.Ceiling(counts.Sum() * part));
        var reached = 0;
        for (var step = 0; step < counts.Count; step++)
            if ((reached += counts[step]) >= wanted)
                return Steps[step];
        return null;
    }
}
