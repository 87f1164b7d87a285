using System.Globalization;
using EngineLoad;
using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Idle;

/// <summary>The promise: a portal that nobody uses takes less than 1 % of a core.</summary>
internal static class IdleCpu
{
    private const int Open = 1_000;
    private const double MostPercent = 1;

    // So long the compiler goes on with what the start has used, and with what comes once a second and so to its notice late.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(60);

    public static async Task<bool> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await FillAsync(folder.Path);
        await using var web = await StubProcess.StartAsync(PortalProgram.In(folder.Path));
        await Task.Delay(Settling);
        var before = web.Cpu();
        await Task.Delay(Measured);
        var percent = (web.Cpu() - before) / Measured * 100;
        Console.WriteLine(Machine.Description);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{percent:0.00} % of a core over {Measured.TotalSeconds:0} s with {Open} open sessions, {web.WorkingSet() / 1048576} MiB"));
        return percent < MostPercent;
    }

    /// <summary>Half of them wait for their person, half for somebody who is at the vendor's page.</summary>
    private static async Task FillAsync(string folder)
    {
        await using var vendor = await StubProcess.StartAsync(Stub.Vendor);
        await using var engine = await PortalEngine.PortalEngine.StartAsync(new EngineArguments(vendor.Address, folder, Open, 1));
        for (var number = 0; number < Open; number++)
        {
            var session = await engine.CreateAsync(Person.Of(number));
            if (number % 2 == 0) await engine.StartAsync(session);
        }
    }
}
