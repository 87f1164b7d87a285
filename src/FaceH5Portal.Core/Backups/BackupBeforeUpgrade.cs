using FaceH5Portal.Core.Data;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Backups;

/// <summary>A database that is about to get a newer schema is backed up first; where that cannot be done, it stays as it is.</summary>
public sealed partial class BackupBeforeUpgrade(BackupMaker maker, BackupShelf shelf, ILogger<BackupBeforeUpgrade> logger) : IBeforeUpgrade
{
    // Enough to go back over an upgrade; more would keep pictures beyond their retention.
    private const int Kept = 2;

    public async Task RunAsync(string database, CancellationToken cancellationToken)
    {
        var made = await maker.MakeAsync(database, shelf.Folder, BackupPace.Alone, progress: null, cancellationToken);
        if (!made.Ok)
            throw new PortalStartException(
                $"The database {database} needs a newer schema and could not be backed up before ({made.Errors[0].Code}). "
                + $"Make room in {shelf.Folder} or set Portal:BackupDirectory to a folder that can be written.");
        BackupShelf.Keep(shelf.Folder, Kept);
        Log.Made(logger, made.Value.Folder);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The database gets a newer schema. It was backed up before: {Folder}")]
        public static partial void Made(ILogger logger, string folder);
    }
}
