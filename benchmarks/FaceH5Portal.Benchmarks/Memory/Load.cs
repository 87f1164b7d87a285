using FaceH5Portal.Benchmarks.Calls;
using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Memory;

/// <summary>Fills a stub with tokens and watches how it grows.</summary>
internal static class Load
{
    private const int Sample = 1_000;

    public static async Task MeasureAsync(Stub stub, int count, Usage usage)
    {
        await using var process = await StubProcess.StartAsync(stub);
        using var client = await VendorClient.ConnectAsync(process.Address);
        var before = process.WorkingSet();
        var tokens = new string[count];
        await VendorClient.RepeatAsync(count, async number =>
        {
            tokens[number] = await client.GenerateAsync();
            await client.SubmitAsync(tokens[number]);
        });
        var (live, highest) = (process.WorkingSet(), process.PeakWorkingSet());

        // A stub that forgot its tokens would win; one that has them still takes a person for each.
        await VendorClient.RepeatAsync(Sample, number => client.SubmitAsync(tokens[number * (count / Sample)]));
        await VendorClient.RepeatAsync(count, number => client.CompleteAsync(tokens[number]));
        usage.Add(before, live, highest, process.WorkingSet(), count);
    }
}
