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
    /// <summary>Stands where the fault is the portal's own.</summary>
    public const string Broken = "internal";

    private const int Batch = 64;

    private readonly Func<PortalDbContext, DateTime, IAsyncEnumerable<DueWork>> dueVerdicts = EF.CompileAsyncQuery(
        (PortalDbContext db, DateTime now) => db.Set<VerifyToken>().Where(token => token.DueUtc <= now)
            .OrderBy(token => token.ForgottenAtUtc).Take(Batch).Select(token => new DueWork(token.Id, token.ForgottenAtUtc)));

    private readonly Func<PortalDbContext, DateTime, IAsyncEnumerable<DueWork>> dueItems = EF.CompileAsyncQuery(
        (PortalDbContext db, DateTime now) => db.Set<HarvestItem>().Where(item => item.DueUtc <= now)
            .OrderBy(item => item.DeadlineUtc).Take(Batch).Select(item => new DueWork(item.VerifyTokenId, item.DeadlineUtc)));

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
                new ParallelOptions { MaxDegreeOfParallelism = limits.Tokens, CancellationToken = cancellationToken }, HandleAsync);
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
        var due = await store.LookAsync(async db => (await dueVerdicts(db, now).ToListAsync(cancellationToken))
            .Concat(await dueItems(db, now).ToListAsync(cancellationToken)), cancellationToken);
        return [.. due.OrderBy(work => work.DeadlineUtc).DistinctBy(work => work.TokenId)];
    }

    /// <summary>The verdict first: what it leaves to be fetched is fetched at once.</summary>
    private async ValueTask HandleAsync(DueWork work, CancellationToken cancellationToken)
    {
        IReadOnlyList<Debt>? claimed = null;
        await GuardAsync(work.TokenId, async id => claimed = await verdicts.AskAsync(id, cancellationToken), PostponeVerdictAsync, cancellationToken);
        await GuardAsync(work.TokenId, id => items.FetchAsync(id, claimed, cancellationToken), PostponeItemsAsync, cancellationToken);
    }

    /// <summary>One poisoned row may not stop the others; it stays due and is tried again later.</summary>
    private async Task GuardAsync(
        Guid tokenId, Func<Guid, Task> work, Func<PortalWrite, Guid, DateTime, CancellationToken, Task<int>> postpone,
        CancellationToken cancellationToken)
    {
        try
        {
            await work(tokenId);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, tokenId, exception);
            var next = clock.GetUtcNow().UtcDateTime + HarvestSchedule.Fault(int.MaxValue);
            await store.WriteAsync<int>(async write => await postpone(write, tokenId, next, cancellationToken), cancellationToken);
        }
    }

    // What nobody waits for any more stays closed, such as what was erased while the vendor answered.
    private static Task<int> PostponeVerdictAsync(PortalWrite write, Guid tokenId, DateTime next, CancellationToken cancellationToken) =>
        write.Set<VerifyToken>().Where(t => t.Id == tokenId && t.DueUtc < next)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.DueUtc, next).SetProperty(t => t.LastFault, Broken), cancellationToken);

    private static Task<int> PostponeItemsAsync(PortalWrite write, Guid tokenId, DateTime next, CancellationToken cancellationToken) =>
        write.Set<HarvestItem>().Where(i => i.VerifyTokenId == tokenId && i.DueUtc < next)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.DueUtc, next).SetProperty(i => i.LastFault, Broken), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Error, "Handling what is due of token {TokenId} failed; it is postponed.")]
        public static partial void Failed(ILogger logger, Guid tokenId, Exception exception);
    }
}
