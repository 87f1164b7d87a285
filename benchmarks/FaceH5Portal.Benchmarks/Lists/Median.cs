using System.Diagnostics;

namespace FaceH5Portal.Benchmarks.Lists;

/// <summary>What a reading takes, in milliseconds, once it is warm.</summary>
internal static class Median
{
    private const int Repeats = 60;

    public static async Task<double> OfAsync(Func<Task> read)
    {
        var times = new List<double>();
        for (var round = -10; round < Repeats; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await read();
            if (round >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times.Order().ElementAt(Repeats / 2);
    }
}
