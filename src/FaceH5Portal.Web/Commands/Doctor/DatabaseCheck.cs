using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>The database: there, sound, of a schema this version knows, and opened by the keys at hand.</summary>
internal static class DatabaseCheck
{
    private const string What = "Database";

    public static async Task<IReadOnlyList<DoctorFinding>> LookAsync(CommandPlace place, CancellationToken cancellationToken)
    {
        if (!File.Exists(place.Database))
            return [DoctorFinding.Advice(What, $"There is none at {place.Database}.", "The first start makes it.")];
        if (place.Keys is null)
            return [];
        await using var services = place.Open(readOnly: true);
        try
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
            return [SoundnessOf(db, place.Database), await SchemaOfAsync(db, cancellationToken), await OpensAsync(services, cancellationToken)];
        }
        catch (SqliteException exception)
        {
            return [DoctorFinding.Wrong(What, $"{place.Database} cannot be read ({exception.Message}).", "Give this user the right to read it; if it is damaged, restore the newest backup.")];
        }
    }

    private static DoctorFinding SoundnessOf(PortalDbContext db, string file) =>
        db.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check LIMIT 1").AsEnumerable().First() is var said && said == "ok"
            ? DoctorFinding.Good(What, $"{file} is sound.")
            : DoctorFinding.Wrong(What, $"{file} is damaged: {said}", "Stop the portal and restore the newest backup.");

    private static async Task<DoctorFinding> SchemaOfAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).Any())
            return DoctorFinding.Wrong(What, "It was written by a newer version of the portal.", "Start that version, or restore a backup from before.");
        return known.Count > applied.Count
            ? DoctorFinding.Advice(What, $"Its schema is {known.Count - applied.Count} changes behind.", "The next start, or migrate, changes it and makes a backup before.")
            : DoctorFinding.Good(What, "Its schema is the newest.");
    }

    private static async Task<DoctorFinding> OpensAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            var opened = await services.GetServices<IOpeningStep>().OfType<VaultOpening>().Single().ReadAsync(cancellationToken);
            return DoctorFinding.Good(What, opened ? "The master key opens it." : "No portal has opened it yet.");
        }
        catch (PortalStartException refusal)
        {
            return DoctorFinding.Wrong(What, refusal.Message, "Without the right key no evidence in it can be read.");
        }
    }
}
