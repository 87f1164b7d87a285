using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Overview;

/// <summary>
/// Counts the days again whose facts have changed. A day stays dirty until its count is committed, so a kill loses
/// nothing; counting a day twice gives the same. A worker is only a timer around it.
/// </summary>
public sealed class OverviewPass(PortalStore store, DirtyDays dirty, OverviewZone zone) : IDisposable
{
    public const string Topic = "overview";

    private readonly SemaphoreSlim onePass = new(1, 1);

    public void Dispose() => onePass.Dispose();

    /// <summary>How many days were counted.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await onePass.WaitAsync(cancellationToken);
        try
        {
            while (await dirty.NoteAsync(cancellationToken)) { }
            for (var counted = 0; ; counted++)
                if (await dirty.NextAsync(cancellationToken) is not { } day || !await CountAsync(day, cancellationToken))
                    return counted;
        }
        finally
        {
            onePass.Release();
        }
    }

    /// <summary>
    /// The day is counted outside the door, which a large day would hold too long. What is committed meanwhile stands
    /// behind the mark, and makes the day dirty again.
    /// </summary>
    private async Task<bool> CountAsync(DateOnly day, CancellationToken cancellationToken)
    {
        IReadOnlyList<DayFacts> facts;
        await using (var db = await store.ReadAsync(cancellationToken))
            facts = await new DayCount(db, day, zone).RunAsync(cancellationToken);
        var written = await store.WriteAsync<int>(async write =>
        {
            await write.Set<DayFacts>().Where(old => old.Day == day).ExecuteDeleteAsync(cancellationToken);
            await write.Set<DirtyDay>().Where(old => old.Day == day).ExecuteDeleteAsync(cancellationToken);
            write.Set<DayFacts>().AddRange(facts);
            write.Announce(new PortalChange(Topic, Guid.Empty));
            return facts.Count;
        }, cancellationToken);
        return written.Ok;
    }
}
