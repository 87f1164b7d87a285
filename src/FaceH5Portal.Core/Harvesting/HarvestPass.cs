using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>One sweep: what is due is asked, nearest deadline first. A worker is only a timer around it.</summary>
public sealed partial class HarvestPass(
    PortalStore store, VerdictHarvester verdicts, ItemHarvester items, LinkExpiry links, MediaExpiry media,
    HarvestLimits limits, TimeProvider clock, ILogger<HarvestPass> logger) : IDisposable
{
    private const int Batch = 64;

    private readonly SemaphoreSlim onePass = new(1, 1);

    public void Dispose() => onePass.Dispose();

    /// <summary>How many were handled; the caller repeats until none is due.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await onePass.WaitAsync(cancellationToken);
        try
        {
            var due = await DueAsync(cancellationToken);
            await Parallel.ForEachAsync(due,
                new ParallelOptions { MaxDegreeOfParallelism = limits.AtOnce, CancellationToken = cancellationToken }, HandleAsync);
            var ended = await links.RunAsync(cancellationToken);
            await media.RunAsync(cancellationToken);
            return due.Count + ended;
        }
        finally
        {
            onePass.Release();
        }
    }

    /// <summary>When the next thing is due; null when nothing waits.</summary>
    public async Task<DateTime?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var token = await db.Set<VerifyToken>().MinAsync(t => t.DueUtc, cancellationToken);
        var item = await db.Set<HarvestItem>().MinAsync(i => i.DueUtc, cancellationToken);
        var link = await db.Set<VerificationSession>().Where(s => s.Status == SessionStatus.AwaitingUser)
            .MinAsync(s => (DateTime?)s.LinkExpiresUtc, cancellationToken);
        return new[] { token, item, link, await media.NextDueAsync(cancellationToken) }.Min();
    }

    /// <summary>What is due now, nearest deadline first; no more than one pass takes on.</summary>
    public async Task<IReadOnlyList<DueWork>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.ReadAsync(cancellationToken);
        var tokens = await db.Set<VerifyToken>().Where(t => t.DueUtc <= now).OrderBy(t => t.ForgottenAtUtc).Take(Batch)
            .Select(t => new DueWork(t.Id, t.ForgottenAtUtc, true)).ToListAsync(cancellationToken);
        var owed = await db.Set<HarvestItem>().Where(i => i.DueUtc <= now).OrderBy(i => i.DeadlineUtc).Take(Batch)
            .Select(i => new DueWork(i.Id, i.DeadlineUtc, false)).ToListAsync(cancellationToken);
        return [.. tokens.Concat(owed).OrderBy(work => work.DeadlineUtc)];
    }

    private async ValueTask HandleAsync(DueWork work, CancellationToken cancellationToken)
    {
        try
        {
            if (work.IsVerdict)
                await verdicts.AskAsync(work.Id, cancellationToken);
            else
                await items.FetchAsync(work.Id, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One poisoned row may not stop the others; it stays due and is tried in the next pass.
            Log.Failed(logger, work.Id, exception);
            await PostponeAsync(work, cancellationToken);
        }
    }

    /// <summary>What nobody waits for any more stays closed, such as what was erased while the vendor answered.</summary>
    private async Task PostponeAsync(DueWork work, CancellationToken cancellationToken)
    {
        var next = clock.GetUtcNow().UtcDateTime + HarvestSchedule.Fault(int.MaxValue);
        await store.WriteAsync<Guid>(async write =>
        {
            if (work.IsVerdict)
                await write.Set<VerifyToken>().Where(t => t.Id == work.Id && t.DueUtc != null)
                    .ExecuteUpdateAsync(set => set.SetProperty(t => t.DueUtc, next).SetProperty(t => t.LastFault, "internal"), cancellationToken);
            else
                await write.Set<HarvestItem>().Where(i => i.Id == work.Id && i.DueUtc != null)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.DueUtc, next).SetProperty(i => i.LastFault, "internal"), cancellationToken);
            return work.Id;
        }, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Error, "Handling {Id} failed; it is postponed.")]
        public static partial void Failed(ILogger logger, Guid id, Exception exception);
    }
}
