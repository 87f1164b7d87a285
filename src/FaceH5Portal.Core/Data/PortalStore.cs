using System.Collections.Concurrent;
using FaceH5Portal.Core.Data.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// The one door for writes. Whoever gets through it commits all that is waiting there in one transaction, each
/// work from a point of its own: the disk is waited for once, and nobody hears of a write that is not on it.
/// </summary>
public sealed partial class PortalStore(
    IDbContextFactory<PortalDbContext> contexts, CommitFeed feed, IEnumerable<IWriteFollower> followers, IEnumerable<ICommitFollower> commitFollowers,
    ILogger<PortalStore> logger) : IDisposable
{
    private const int MostAtOnce = 64;

    private readonly ConcurrentQueue<PendingWrite> waiting = new();
    private readonly SemaphoreSlim door = new(1, 1);
    private readonly KeptReaders readers = new(contexts);
    private readonly KeptWriter writer = new(contexts);
    private readonly IReadOnlyList<IWriteFollower> followers = [.. followers];
    private readonly CommitTeller teller = new(feed, commitFollowers);

    public void Dispose()
    {
        writer.Dispose();
        readers.Dispose();
        door.Dispose();
    }

    public Task<PortalDbContext> ReadAsync(CancellationToken cancellationToken) => contexts.CreateDbContextAsync(cancellationToken);

    /// <summary>For a read that is small and frequent, and leaves nothing behind in the context: no entity that is tracked, no transaction.</summary>
    public Task<T> LookAsync<T>(Func<PortalDbContext, Task<T>> look, CancellationToken cancellationToken) => readers.LookAsync(look, cancellationToken);

    /// <summary>For rows that are known by a key or by the value of a column.</summary>
    public Task<T> LookAtRowsAsync<T>(Func<RowLook, T> look, CancellationToken cancellationToken) => readers.LookAtRowsAsync(look, cancellationToken);

    /// <summary>For several reads that must agree: all of them see one moment, whatever is written meanwhile.</summary>
    public async Task<PortalDbContext> ReadOneMomentAsync(CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        // Not the context's own kind, which would keep everybody else from writing. It ends with the context.
        await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancellationToken);
        return db;
    }

    /// <summary>Commits what <paramref name="work"/> did, all of it or, when it answers an error, nothing. The work runs once.</summary>
    public async Task<Result<T>> WriteAsync<T>(
        Func<PortalWrite, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        var pending = new PendingWrite<T>(work, cancellationToken);
        waiting.Enqueue(pending);
        await using var leaving = cancellationToken.Register(pending.Withdraw);
        await door.WaitAsync(CancellationToken.None);
        try
        {
            while (!pending.IsOver && Take() is { Count: > 0 } batch)
                await CommitAsync(batch);
        }
        finally
        {
            door.Release();
        }
        return await pending.Answer;
    }

    /// <summary>For a work that waits for nothing.</summary>
    public Task<Result<T>> WriteAsync<T>(Func<PortalWrite, Result<T>> work, CancellationToken cancellationToken) =>
        WriteAsync(write => Task.FromResult(work(write)), cancellationToken);

    /// <summary>
    /// Empties the write-ahead log into the file, so that what was overwritten is in neither. False while a reader
    /// still needs it; a later call then does.
    /// </summary>
    public async Task<bool> EmptyLogAsync(CancellationToken cancellationToken)
    {
        await door.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.Database.OpenConnectionAsync(cancellationToken);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
            return await command.ExecuteScalarAsync(cancellationToken) is 0L;
        }
        catch (Exception exception) when (StorageFault.Matches(exception))
        {
            Log.CannotWrite(logger, exception);
            return false;
        }
        finally
        {
            door.Release();
        }
    }

    private List<PendingWrite> Take()
    {
        var taken = new List<PendingWrite>();
        while (taken.Count < MostAtOnce && waiting.TryDequeue(out var pending))
            if (pending.Begin())
                taken.Add(pending);
        return taken;
    }

    private async Task CommitAsync(List<PendingWrite> batch)
    {
        var notes = new CommitNotes();
        try
        {
            var open = await writer.OpenAsync();
            await using var transaction = await open.Context.Database.BeginTransactionAsync();
            open.Point.Begin(transaction, batch.Count);
            foreach (var pending in batch)
                await pending.RunAsync(open, followers, notes);
            await open.Point.CommitAsync();
        }
        catch (Exception exception) when (StorageFault.Matches(exception))
        {
            await writer.ForgetAsync();
            Log.CannotWrite(logger, exception);
            batch.ForEach(pending => pending.Fail(new PortalError(PortalError.StorageUnavailable)));
            return;
        }
        catch (Exception exception)
        {
            await writer.ForgetAsync();
            batch.ForEach(pending => pending.Break(exception));
            return;
        }
        teller.Tell(batch, notes);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database cannot be written.")]
        public static partial void CannotWrite(ILogger logger, Exception exception);
    }
}
