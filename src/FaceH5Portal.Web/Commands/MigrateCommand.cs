using System.CommandLine;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>"migrate": brings the database to this version's schema without starting the portal; a backup is made before.</summary>
internal static class MigrateCommand
{
    public static Command Make(IAnsiConsole console)
    {
        var command = new Command("migrate", "Bring the database to the newest schema; it is backed up first.");
        command.SetAction((parsed, cancellationToken) => RunAsync(console, CommandPlace.Find(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, CommandPlace place, CancellationToken cancellationToken)
    {
        await using var services = place.Open(readOnly: false);
        var pending = await PendingAsync(services, cancellationToken);
        await console.ShowAsync("Migrating", async () =>
        {
            await services.GetRequiredService<PortalDatabase>().OpenAsync(cancellationToken);
            return pending.Count;
        });
        console.Say(pending.Count == 0 ? "The schema is the newest already." : $"{pending.Count} changes of the schema made, the last {pending[^1]}.");
        return 0;
    }

    private static async Task<List<string>> PendingAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
        // Asked of no file, SQLite would make one.
        return File.Exists(db.Database.GetDbConnection().DataSource)
            ? [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)] : [.. db.Database.GetMigrations()];
    }
}
