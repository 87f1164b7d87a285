using System.CommandLine;
using System.Globalization;
using FaceH5Portal.Core.Backups;
using FaceH5Portal.Core.Data;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>"backup": a copy of the database at one moment, made while the portal works.</summary>
internal static class BackupCommand
{
    public static Command Make(IAnsiConsole console)
    {
        var shelf = new Option<string?>("--to") { Description = "The folder that backups are kept in; Portal:BackupDirectory unless told." };
        var keep = new Option<int?>("--keep") { Description = "How many of the newest stay; the others are deleted once this one is whole." };
        keep.Validators.Add(result =>
        {
            // Asked for its value, one that is no number would throw.
            if (result.Tokens is [var told] && (!int.TryParse(told.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var newest) || newest < 1))
                result.AddError("--keep is 1 or more.");
        });
        var command = new Command("backup", "Back the database up, while the portal works too.") { shelf, keep };
        command.SetAction((parsed, cancellationToken) => RunAsync(console, CommandPlace.Find(parsed), parsed.GetValue(shelf), parsed.GetValue(keep), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, CommandPlace place, string? folder, int? keep, CancellationToken cancellationToken)
    {
        await using var services = place.Open(readOnly: true);
        var shelf = folder is null ? place.Settings.BackupDirectory : Path.GetFullPath(folder);
        var maker = services.GetRequiredService<BackupMaker>();
        var (database, pace) = (place.NeededDatabase, PaceBeside(place.NeededDatabase));
        var made = await console.ShowAsync(bars => maker.MakeAsync(database, shelf, pace, CommandBars.Phases(bars), cancellationToken));
        if (!made.Ok)
            return console.Refuse(made.Errors[0]);
        console.Say($"Backed up to {made.Value.Folder}");
        if (keep is { } newest && BackupShelf.Keep(shelf, newest) is var gone and > 0)
            console.Say($"{gone} older deleted.");
        console.Say("It holds no master key: keep that elsewhere, or it can never be read.");
        return 0;
    }

    /// <summary>While people are served it takes its time.</summary>
    private static BackupPace PaceBeside(string database) => DatabaseLock.IsTaken(database) ? BackupPace.BesidePeople : BackupPace.Alone;
}
