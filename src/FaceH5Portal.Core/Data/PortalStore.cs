using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Data;

/// <summary>The one door for writes: one transaction at a time, announced after its commit.</summary>
public sealed partial class PortalStore(
    IDbContextFactory<PortalDbContext> contexts, CommitFeed feed, ILogger<PortalStore> logger) : IDisposable
{
    private readonly SemaphoreSlim door = new(1, 1);

    public void Dispose() => door.Dispose();

    public Task<PortalDbContext> ReadAsync(CancellationToken cancellationToken) =>
        contexts.CreateDbContextAsync(cancellationToken);

    /// <summary>Commits what <paramref name="work"/> did, all of it or, when it answers an error, nothing.</summary>
    public async Task<Result<T>> WriteAsync<T>(
        Func<PortalWrite, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        await door.WaitAsync(cancellationToken);
        IReadOnlyCollection<PortalChange> changes;
        Result<T> result;
        try
        {
            (result, changes) = await CommitAsync(work, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new PortalError(PortalError.ChangedMeanwhile);
        }
        catch (Exception exception) when (StorageFault.Matches(exception))
        {
            Log.CannotWrite(logger, exception);
            return new PortalError(PortalError.StorageUnavailable);
        }
        finally
        {
            door.Release();
        }
        feed.Publish(changes);
        return result;
    }

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

    private async Task<(Result<T>, IReadOnlyCollection<PortalChange>)> CommitAsync<T>(
        Func<PortalWrite, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var write = new PortalWrite(db);
        var result = await work(write);
        if (!result.Ok)
            return (result, []);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (result, write.Changes);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database cannot be written.")]
        public static partial void CannotWrite(ILogger logger, Exception exception);
    }
}
