namespace FaceH5Portal.Core.Tests.Faults;

/// <summary>Counts in a clean run, then lets the k-th go wrong, for every k.</summary>
internal static class EveryK
{
    public static async Task RunAsync(string plan, FaultPlace place, Func<Lifecycle.Counted, int> count)
    {
        var clean = await Lifecycle.RunAsync(plan);
        var failures = new List<string>();
        for (var k = 1; k <= count(clean); k++)
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
        }
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }
}
