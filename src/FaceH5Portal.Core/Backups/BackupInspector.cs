using FaceH5Portal.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Backups;

/// <summary>Says whether a folder is a backup of this portal, whole and one that this program can read, before anything is done with it.</summary>
public sealed class BackupInspector(BackupSeal seal, IDbContextFactory<PortalDbContext> contexts)
{
    /// <param name="present">The database that it would take the place of, where there is one: it must be the same portal's.</param>
    public async Task<Result<Backup>> InspectAsync(
        string folder, string? present, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        var (copy, manifestFile) = (Path.Combine(folder, BackupFiles.Copy), Path.Combine(folder, BackupFiles.Manifest));
        if (!File.Exists(copy) || !File.Exists(manifestFile))
            return new PortalError("backup-not-one", null, folder);
        if (BackupManifest.Read(await File.ReadAllBytesAsync(manifestFile, cancellationToken)) is not { } manifest)
            return new PortalError("backup-damaged", null, BackupFiles.Manifest);
        if (manifest.Format > BackupManifest.CurrentFormat)
            return new PortalError("backup-newer");
        if (await IsAlteredAsync(copy, manifest, progress, cancellationToken))
            return new PortalError("backup-damaged", null, BackupFiles.Copy);
        progress?.Report(new BackupProgress(BackupPhase.Checking, 0, 1));
        var fault = await FaultOfAsync(copy, manifest, present, cancellationToken);
        progress?.Report(new BackupProgress(BackupPhase.Checking, 1, 1));
        return fault is null ? new Backup(folder, manifest) : fault;
    }

    private static async Task<bool> IsAlteredAsync(
        string copy, BackupManifest manifest, IProgress<BackupProgress>? progress, CancellationToken cancellationToken) =>
        new FileInfo(copy).Length != manifest.Bytes
        || await CopyFile.HashAsync(copy, done =>
        {
            progress?.Report(new BackupProgress(BackupPhase.Hashing, done, manifest.Bytes));
            return Task.CompletedTask;
        }, cancellationToken) != manifest.Sha256;

    private async Task<PortalError?> FaultOfAsync(string copy, BackupManifest manifest, string? present, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = CopyFile.Open(copy);
            var root = seal.RootOf(file);
            if (!root.Ok)
                return root.Errors[0];
            if (!BackupSeal.Holds(manifest, root.Value))
                return new PortalError("backup-forged");
            if (present is not null && IsForeign(manifest, present))
                return new PortalError("backup-foreign");
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (CopyFile.Applied(file).Except(db.Database.GetMigrations()).Any())
                return new PortalError("backup-newer");
            return CopyFile.IsSound(file) ? null : new PortalError("backup-damaged", null, BackupFiles.Copy);
        }
        catch (Exception exception) when (StorageFault.Matches(exception) || exception is SqliteException)
        {
            return new PortalError("backup-damaged", null, BackupFiles.Copy);
        }
    }

    private bool IsForeign(BackupManifest manifest, string present)
    {
        using var file = CopyFile.Open(present);
        // A database that these keys do not open, or that is damaged, is what a restore is for.
        return seal.RootOf(file) is { Ok: true, Value: { } root } && BackupSeal.PortalOf(root) != manifest.Portal;
    }
}
