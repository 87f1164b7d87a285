using FaceH5Portal.Core.Data;
using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Core.Backups;

/// <summary>A finished backup: where it lies, and what it is of.</summary>
public sealed record Backup(string Folder, BackupManifest Manifest);

/// <summary>
/// Copies the database while others write to it: the copy is of one moment, with everything that was committed by then.
/// It appears under its name only when it is whole and on the disk.
/// </summary>
public sealed class BackupMaker(BackupSeal seal, TimeProvider clock)
{
    public async Task<Result<Backup>> MakeAsync(
        string database, string shelf, BackupPace pace, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(database))
            return new PortalError("backup-no-database", null, database);
        try
        {
            return await FillAsync(database, BackupFiles.Begin(shelf, clock.GetUtcNow().UtcDateTime), pace, progress, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || StorageFault.Matches(exception))
        {
            return new PortalError("backup-cannot-write", null, shelf, exception.Message);
        }
    }

    private async Task<Result<Backup>> FillAsync(
        string database, BackupFiles.Place place, BackupPace pace, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var copy = Path.Combine(place.Unfinished, BackupFiles.Copy);
            await CopyAsync(database, copy, pace, progress, cancellationToken);
            var manifest = await DescribeAsync(copy, place.BegunAtUtc, pace, progress, cancellationToken);
            if (!manifest.Ok)
                return manifest.Errors.ToList();
            await WriteAsync(Path.Combine(place.Unfinished, BackupFiles.Manifest), manifest.Value.Written, cancellationToken);
            Directory.Move(place.Unfinished, place.Finished);
            return new Backup(place.Finished, manifest.Value);
        }
        finally
        {
            if (Directory.Exists(place.Unfinished))
                Directory.Delete(place.Unfinished, recursive: true);
        }
    }

    private async Task CopyAsync(
        string database, string copy, BackupPace pace, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        await using var from = CopyFile.Open(database);
        await using var to = CopyFile.Open(copy, SqliteOpenMode.ReadWriteCreate);
        var work = pace.Begin(clock);
        await PacedCopy.RunAsync(from, to, (done, total) =>
        {
            progress?.Report(new BackupProgress(BackupPhase.Copying, done, total));
            return work.RestAsync(cancellationToken);
        });
        // One file that stands by itself, with no log beside it.
        CopyFile.One(to, "PRAGMA journal_mode=DELETE");
    }

    private async Task<Result<BackupManifest>> DescribeAsync(
        string copy, DateTime now, BackupPace pace, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        await using var file = CopyFile.Open(copy);
        var root = seal.RootOf(file);
        if (!root.Ok)
            return root.Errors.ToList();
        var (bytes, work) = (new FileInfo(copy).Length, pace.Begin(clock));
        return BackupSeal.Seal(new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            MadeAtUtc = now,
            Schema = CopyFile.SchemaOf(file),
            Portal = root.Value is { } key ? BackupSeal.PortalOf(key) : null,
            Bytes = bytes,
            Sha256 = await CopyFile.HashAsync(copy, done =>
            {
                progress?.Report(new BackupProgress(BackupPhase.Hashing, done, bytes));
                return work.RestAsync(cancellationToken);
            }, cancellationToken),
        }, root.Value);
    }

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(bytes, cancellationToken);
        file.Flush(flushToDisk: true);
    }
}
