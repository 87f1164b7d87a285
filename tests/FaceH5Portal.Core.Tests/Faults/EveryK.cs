using System.Collections.Concurrent;

namespace FaceH5Portal.Core.Tests.Faults;

/// <summary>Counts in a clean run, then lets the k-th go wrong, for every k; each life has a portal and a vendor of its own.</summary>
internal static class EveryK
{
    public static async Task RunAsync(string plan, FaultPlace place, Func<Lifecycle.Counted, int> count)
    {
        var clean = await Lifecycle.RunAsync(plan);
        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(1, count(clean)), async (k, _) =>
        {
            try
            {
                var spoilt = await Lifecycle.RunAsync(plan, place, k);
                Assert.Equal(clean.Kept, spoilt.Kept);
            }
            catch (Exception failure)
            {
                failures.Add($"Plan {plan}, {place}, k = {k} of {count(clean)}: {failure}");
            }
        });
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }
}
