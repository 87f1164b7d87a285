using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Backups;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Backups;

/// <summary>A place for a portal to be restored into: files of its own, and a master key.</summary>
internal sealed class RestoredPortal : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public RestoredPortal(MasterKeyRing keys)
    {
        services = new ServiceCollection().AddLogging()
            .AddPortalData($"Data Source={Database};Pooling=False", Folder, "FaceH5Portal.Migrations.Sqlite")
            .AddSingleton(new AuditFolder(Path.Combine(Folder, "audit")))
            .AddPortalCore(keys, new Uri("http://localhost:5080")).BuildServiceProvider();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-restored-").FullName;

    public string Database => Path.Combine(Folder, "portal.db");

    public string Shelf => Path.Combine(Folder, "backups");

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public Task<Result<Restored>> RestoreAsync(string backup) =>
        Get<BackupRestorer>().RestoreAsync(backup, Database, Shelf, progress: null, CancellationToken.None);

    public Task OpenAsync() => Get<PortalDatabase>().OpenAsync(CancellationToken.None);

    public Task<AuditVerdict> VerifyAsync() => Get<AuditVerifier>().VerifyAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
