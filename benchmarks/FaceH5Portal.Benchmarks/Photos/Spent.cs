namespace FaceH5Portal.Benchmarks.Photos;

/// <summary>What some work has cost this process so far.</summary>
internal sealed class Spent
{
    public double Milliseconds { get; private set; }

    public double Bytes { get; private set; }

    public async Task AddAsync(Func<Task> work)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        await work();
        Milliseconds += (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
        Bytes += GC.GetTotalAllocatedBytes(precise: true) - bytes;
    }
}
