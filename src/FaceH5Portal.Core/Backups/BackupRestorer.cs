using FaceH5Portal.Core.Data;
using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Core.Backups;

/// <summary>What a restore did: the backup that is in place now, and the one that was made of what stood there before.</summary>
public sealed record Restored(Backup From, Backup? Before);

/// <summary>
/// Puts a backup in the place of the database. What stood there is backed up first, and one rename is all that a kill
/// can fall before or behind: the database is the old or the new one, never half of each.
/// </summary>
public sealed class BackupRestorer(BackupInspector inspector, BackupMaker maker)
{
    private const int AtOnce = 1 << 20;

    /// <summary>Nothing is changed where it answers an error.</summary>
    /// <exception cref="PortalStartException">A portal is running on the database.</exception>
    public async Task<Result<Restored>> RestoreAsync(
        string folder, string database, string shelf, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        using var held = DatabaseLock.Take(database);
        var isThere = File.Exists(database);
        var inspected = await inspector.InspectAsync(folder, isThere ? database : null, progress, cancellationToken);
        if (!inspected.Ok)
            return inspected.Errors.ToList();
        var before = isThere ? await maker.MakeAsync(database, shelf, BackupPace.Alone, progress, cancellationToken) : null;
        if (before is { Ok: false })
            return before.Errors.ToList();
        var arriving = database + ".restoring";
        try
        {
            await CopyAsync(Path.Combine(folder, BackupFiles.Copy), arriving, progress, cancellationToken);
            if (isThere)
                EmptyLog(database);
            File.Move(arriving, database, overwrite: true);
            return new Restored(inspected.Value, before?.Value);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || StorageFault.Matches(exception))
        {
            return new PortalError("backup-cannot-write", null, database, exception.Message);
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    /// <summary>A log that is left behind would be read into the file that takes this one's place.</summary>
    private static void EmptyLog(string database)
    {
        using (var file = CopyFile.Open(database, SqliteOpenMode.ReadWrite))
            CopyFile.One(file, "PRAGMA journal_mode=DELETE");
        foreach (var left in new[] { database + "-wal", database + "-shm" })
            if (File.Exists(left))
                throw new IOException($"{left} is still in use.");
    }

    private static async Task CopyAsync(string from, string to, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        await using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var bytes = new byte[AtOnce];
        for (int count; (count = await source.ReadAsync(bytes, cancellationToken)) > 0;)
        {
            await target.WriteAsync(bytes.AsMemory(0, count), cancellationToken);
            progress?.Report(new BackupProgress(BackupPhase.Restoring, target.Position, source.Length));
        }
        target.Flush(flushToDisk: true);
    }
}
