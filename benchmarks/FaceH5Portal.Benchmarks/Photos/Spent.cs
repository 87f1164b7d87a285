namespace FaceH5Portal.Benchmarks.Photos;

/// <summary>What some work has cost this process so far.</summary>
internal sealed class Spent
{
    public double Milliseconds { get; private set; }

    public double Bytes { get; private set; }

    /// <summary>Several in a row: what one leaves behind, for the collector or another thread, would else be counted with what comes after it.</summary>
    public async Task AddAsync(int times, Func<Task> work)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        for (var time = 0; time < times; time++)
            await work();
        Milliseconds += (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
        Bytes += GC.GetTotalAllocatedBytes(precise: true) - bytes;
    }
}
