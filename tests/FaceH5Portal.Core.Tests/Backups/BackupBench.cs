using FaceH5Portal.Core.Backups;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Backups;

/// <summary>A portal with people in it, that is backed up while it works.</summary>
internal sealed class BackupBench : IAsyncDisposable
{
    private BackupBench(PortalHarness portal) => Portal = portal;

    public PortalHarness Portal { get; }

    public string Database => Path.Combine(Portal.Folder, "portal.db");

    public string Shelf => Path.Combine(Portal.Folder, "backups");

    public MasterKeyRing Keys => Portal.Get<MasterKeyRing>();

    public static async Task<BackupBench> StartAsync(int people)
    {
        var bench = new BackupBench(await PortalHarness.StartAsync());
        for (var person = 0; person < people; person++)
            await bench.PassAsync();
        return bench;
    }

    public async Task PassAsync() => await (await SessionDriver.CreateAsync(Portal)).GoThroughAsync();

    public Task<Result<Backup>> BackUpAsync() =>
        Portal.Get<BackupMaker>().MakeAsync(Database, Shelf, BackupPace.BesidePeople, progress: null, CancellationToken.None);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
