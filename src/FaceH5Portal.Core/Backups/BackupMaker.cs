using System.Globalization;
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
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    public async Task<Result<Backup>> MakeAsync(
        string database, string shelf, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(database))
            return new PortalError("backup-no-database", null, database);
        try
        {
            return await FillAsync(database, BackupFiles.Begin(shelf, clock.GetUtcNow().UtcDateTime), progress, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || StorageFault.Matches(exception))
        {
            return new PortalError("backup-cannot-write", null, shelf, exception.Message);
        }
    }

    private async Task<Result<Backup>> FillAsync(
        string database, BackupFiles.Place place, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var copy = Path.Combine(place.Unfinished, BackupFiles.Copy);
            await CopyAsync(database, copy, progress, cancellationToken);
            var manifest = await DescribeAsync(copy, place.BegunAtUtc, progress, cancellationToken);
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

    private static async Task CopyAsync(string database, string copy, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        await using var from = CopyFile.Open(database);
        var total = Convert.ToInt64(CopyFile.One(from, "PRAGMA page_count"), CultureInfo.InvariantCulture)
            * Convert.ToInt64(CopyFile.One(from, "PRAGMA page_size"), CultureInfo.InvariantCulture);
        await using var to = CopyFile.Open(copy, SqliteOpenMode.ReadWriteCreate);
        var copying = Task.Run(() => from.BackupDatabase(to), CancellationToken.None);
        using var timer = new PeriodicTimer(Glance);
        // SQLite copies in one go, so that it never has to begin again; how far it is the file itself tells.
        while (!copying.IsCompleted && await Task.WhenAny(copying, timer.WaitForNextTickAsync(CancellationToken.None).AsTask()) != copying)
            progress?.Report(new BackupProgress(BackupPhase.Copying, Math.Min(total, new FileInfo(copy).Length), total));
        await copying;
        cancellationToken.ThrowIfCancellationRequested();
        // One file that stands by itself, with no log beside it.
        CopyFile.One(to, "PRAGMA journal_mode=DELETE");
        progress?.Report(new BackupProgress(BackupPhase.Copying, total, total));
    }

    private async Task<Result<BackupManifest>> DescribeAsync(
        string copy, DateTime now, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        await using var file = CopyFile.Open(copy);
        var root = seal.RootOf(file);
        if (!root.Ok)
            return root.Errors.ToList();
        var bytes = new FileInfo(copy).Length;
        return BackupSeal.Seal(new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            MadeAtUtc = now,
            Schema = CopyFile.SchemaOf(file),
            Portal = root.Value is { } key ? BackupSeal.PortalOf(key) : null,
            Bytes = bytes,
            Sha256 = await CopyFile.HashAsync(copy, done => progress?.Report(new BackupProgress(BackupPhase.Hashing, done, bytes)), cancellationToken),
        }, root.Value);
    }

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(bytes, cancellationToken);
        file.Flush(flushToDisk: true);
    }
}
