using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.TestKit;

/// <summary>An empty portal's database, migrated once for all tests of a run: to migrate each anew is most of what a start costs.</summary>
internal static class MigratedFile
{
    private static readonly Lazy<Task<byte[]>> Bytes = new(MigrateAsync);

    public static async Task PutAsync(string path) => await File.WriteAllBytesAsync(path, await Bytes.Value);

    private static async Task<byte[]> MigrateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-template-").FullName;
        var path = Path.Combine(folder, "portal.db");
        await using (var services = new ServiceCollection().AddLogging()
            .AddPortalData($"Data Source={path};Pooling=False", folder, "FaceH5Portal.Migrations.Sqlite").BuildServiceProvider())
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
            await db.Database.MigrateAsync();
        }
        var bytes = await File.ReadAllBytesAsync(path);
        Directory.Delete(folder, recursive: true);
        return bytes;
    }
}
