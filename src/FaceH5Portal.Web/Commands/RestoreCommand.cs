using System.CommandLine;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Backups;
using FaceH5Portal.Core.Data;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>"restore": puts a backup in the database's place while no portal runs on it, once it is found whole and this portal's.</summary>
internal static class RestoreCommand
{
    public static Command Make(IAnsiConsole console)
    {
        var folder = new Argument<string>("folder") { Description = "The backup: a folder with portal.db and manifest.json." };
        var command = new Command("restore", "Put a backup in the place of the database; what stands there is backed up first.") { folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(console, CommandPlace.Find(parsed), Path.GetFullPath(parsed.GetValue(folder)!), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, CommandPlace place, string folder, CancellationToken cancellationToken)
    {
        await using var services = place.Open(readOnly: false);
        var restorer = services.GetRequiredService<BackupRestorer>();
        var restored = await console.ShowAsync(bars =>
            restorer.RestoreAsync(folder, place.Database, place.Settings.BackupDirectory, CommandBars.Phases(bars), cancellationToken));
        if (!restored.Ok)
            return console.Refuse(restored.Errors[0]);
        console.Say($"Restored {restored.Value.From.Folder}, made {restored.Value.From.Manifest.MadeAtUtc:u}.");
        if (restored.Value.Before is { } before)
            console.Say($"What stood there before is in {before.Folder}");
        return await RecordAsync(console, services, restored.Value, cancellationToken);
    }

    /// <summary>Opened as the portal does it: newest schema, erasures done again, and an entry that tells of the gap.</summary>
    private static async Task<int> RecordAsync(IAnsiConsole console, IServiceProvider services, Restored restored, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<PortalDatabase>().OpenAsync(cancellationToken);
        var recorded = await services.GetRequiredService<PortalStore>().WriteAsync<bool>(write =>
        {
            services.GetRequiredService<AuditTrail>().Record(write, Actor.System, AuditAction.BackupRestored, $"backup/{Path.GetFileName(restored.From.Folder)}");
            return Task.FromResult<Result<bool>>(true);
        }, cancellationToken);
        return recorded.Ok ? 0 : console.Refuse(recorded.Errors[0]);
    }
}
