using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>Opens the database file for this process: lock, write-ahead log, newest schema, and what the slices need first.</summary>
public sealed class PortalDatabase(
    IDbContextFactory<PortalDbContext> contexts, IEnumerable<IBeforeUpgrade> upgrades, IEnumerable<IOpeningStep> steps) : IDisposable
{
    private DatabaseLock? held;

    /// <exception cref="PortalStartException">The file is in use or cannot be written, or a slice refuses it.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var path = db.Database.GetDbConnection().DataSource;
        held = DatabaseLock.Take(path);
        try
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
            await ForgetMigrationLockAsync(db, cancellationToken);
            await UpgradeAsync(db, path, cancellationToken);
        }
        catch (Exception exception) when (StorageFault.Matches(exception))
        {
            throw PortalStartException.CannotWrite(path, exception);
        }
        foreach (var step in steps)
            await step.RunAsync(cancellationToken);
    }

    public void Dispose() => held?.Dispose();

    private async Task UpgradeAsync(PortalDbContext db, string path, CancellationToken cancellationToken)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).FirstOrDefault() is { } newer)
            throw new PortalStartException(
                $"The database {path} was written by a newer version of the portal (it has seen {newer}). Start that version, or restore a backup from before.");
        if (applied.Count > 0 && known.Count > applied.Count)
            foreach (var upgrade in upgrades)
                await upgrade.RunAsync(path, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    // EF's own migration lock is a row that a killed process leaves behind, and the next start would wait
    // for ever. Our file lock already says that nobody else is here, so the row is always stale.
    private static async Task ForgetMigrationLockAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var tables = await db.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (tables > 0)
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock;", cancellationToken);
    }
}
