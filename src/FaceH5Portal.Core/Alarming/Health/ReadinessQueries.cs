using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Vendors.Watching;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming.Health;

public enum ReadinessMark
{
    Good,

    /// <summary>It works, and something does not.</summary>
    Degraded,

    /// <summary>Nobody can be served.</summary>
    Failing,
}

/// <summary>One part of the portal and how it is, in words for whoever runs it; nothing secret.</summary>
public sealed record ReadinessLine(string Part, ReadinessMark Mark, string Words);

/// <summary>How the portal is, asked by probes: reads, and asks no vendor, so that who asks often harms nobody.</summary>
public sealed class ReadinessQueries(PortalStore store, PortalPulse pulse, VendorCalls calls, HarvestLag lag, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Standstill = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<ReadinessLine>> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await store.ReadAsync(cancellationToken);
            await db.Set<Plan>().AnyAsync(cancellationToken);
            return [Database(), Vendor(), Harvest(await lag.GetAsync(cancellationToken))];
        }
        catch (Exception exception) when (StorageFault.Matches(exception))
        {
            // What is asked: whether it can be read.
            return [new("database", ReadinessMark.Failing, "cannot be read"), Vendor()];
        }
    }

    private ReadinessLine Database() => pulse.Seen.StorageFailsSinceUtc is { } since
        ? new("database", ReadinessMark.Degraded, string.Create(CultureInfo.InvariantCulture, $"cannot be written since {since:u}"))
        : new("database", ReadinessMark.Good, "is read and written");

    private ReadinessLine Vendor()
    {
        var figures = calls.Since(clock.GetUtcNow() - Window);
        var words = string.Create(CultureInfo.InvariantCulture, $"{figures.Failed} of {figures.Calls} calls failed in 15 minutes");
        return new("vendor", figures is { Calls: >= 5, FailedPercent: >= 50 } ? ReadinessMark.Degraded : ReadinessMark.Good, words);
    }

    private static ReadinessLine Harvest(TimeSpan late) => new(
        "harvest", late >= Standstill ? ReadinessMark.Degraded : ReadinessMark.Good,
        string.Create(CultureInfo.InvariantCulture, $"is {(long)late.TotalSeconds} seconds behind"));
}
