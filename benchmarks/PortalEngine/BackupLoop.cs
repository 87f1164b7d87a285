using FaceH5Portal.Core.Backups;

namespace PortalEngine;

/// <summary>Makes one backup after another for as long as it lives: more than any portal would.</summary>
internal sealed class BackupLoop : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task<int> _running;

    public BackupLoop(BackupMaker maker, string folder) =>
        _running = RunAsync(maker, Path.Combine(folder, "portal.db"), Path.Combine(folder, "backups"), _end.Token);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (await _running == 0)
            throw new InvalidOperationException("No backup was made under load.");
        _end.Dispose();
    }

    private static async Task<int> RunAsync(BackupMaker maker, string database, string shelf, CancellationToken end)
    {
        var made = 0;
        for (; !end.IsCancellationRequested; made++)
        {
            // Within the program, where the command of the portal is a process of its own: dearer for the portal, so no excuse.
            var backup = await maker.MakeAsync(database, shelf, BackupPace.BesidePeople, progress: null, CancellationToken.None);
            if (!backup.Ok)
                throw new InvalidOperationException(backup.Errors[0].Code);
            Directory.Delete(backup.Value.Folder, recursive: true);
        }
        return made;
    }
}
