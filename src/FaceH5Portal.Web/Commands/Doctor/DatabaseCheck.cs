using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>The database: there, sound, of a schema this version knows, and opened by the keys at hand.</summary>
internal static class DatabaseCheck
{
    public static async Task<IReadOnlyList<DoctorFinding>> LookAsync(CommandPlace place, DoctorWords words, CancellationToken cancellationToken)
    {
        if (!File.Exists(place.Database))
            return [words.Of(DoctorCode.NoDatabase, place.Database)];
        if (place.Keys is null)
            return [];
        await using var services = place.Open(readOnly: true);
        try
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
            return [SoundnessOf(db, place.Database, words), await SchemaOfAsync(db, words, cancellationToken), await OpensAsync(services, words, cancellationToken)];
        }
        catch (SqliteException exception)
        {
            return [words.Of(DoctorCode.DatabaseUnreadable, place.Database, exception.Message)];
        }
    }

    private static DoctorFinding SoundnessOf(PortalDbContext db, string file, DoctorWords words) =>
        db.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check LIMIT 1").AsEnumerable().First() is var said && said == "ok"
            ? words.Of(DoctorCode.DatabaseSound, file)
            : words.Of(DoctorCode.DatabaseDamaged, file, said);

    private static async Task<DoctorFinding> SchemaOfAsync(PortalDbContext db, DoctorWords words, CancellationToken cancellationToken)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).Any())
            return words.Of(DoctorCode.SchemaNewer);
        return known.Count > applied.Count
            ? words.Of(DoctorCode.SchemaBehind, known.Count - applied.Count)
            : words.Of(DoctorCode.SchemaNewest);
    }

    private static async Task<DoctorFinding> OpensAsync(IServiceProvider services, DoctorWords words, CancellationToken cancellationToken)
    {
        try
        {
            var opened = await services.GetServices<IOpeningStep>().OfType<VaultOpening>().Single().ReadAsync(cancellationToken);
            return words.Of(opened ? DoctorCode.DatabaseOpened : DoctorCode.DatabaseUntouched);
        }
        catch (PortalStartException refusal)
        {
            return words.Of(DoctorCode.DatabaseRefused, refusal.Message);
        }
    }
}
