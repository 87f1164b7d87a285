using FaceH5Portal.Kill.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace FaceH5Portal.Kill.Tests;

/// <summary>A start that was killed half way through the schema leaves a start that works.</summary>
public sealed class StartKillTests(ITestOutputHelper output)
{
    private const int WithinMilliseconds = 400;

    private readonly Random random = new(Environment.TickCount);

    [Fact]
    public Task A_kill_during_the_very_first_start_leaves_one_that_works() => KillAsync(_ => Task.CompletedTask);

    [Fact]
    public Task A_kill_during_a_migration_leaves_a_start_that_works() => KillAsync(file => file.FillAllButLastAsync());

    private async Task KillAsync(Func<PortalFile, Task> prepareAsync)
    {
        for (var kill = 0; kill < Kills.InStart; kill++)
        {
            var folder = Directory.CreateTempSubdirectory("kill-start-").FullName;
            await using (var portal = KillablePortal.In(folder, new Uri("http://127.0.0.1:9")))
            {
                await using (var file = new PortalFile(folder, portal.Address))
                    await prepareAsync(file);
                await KillInSchemaAsync(portal);
                portal.Start();
                await portal.AnswersAsync();
                await portal.KillAsync();
                await CheckAsync(portal);
            }
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The write-ahead log is there as soon as the portal has its hands on the schema.</summary>
    private async Task KillInSchemaAsync(KillablePortal portal)
    {
        var wait = random.Next(WithinMilliseconds);
        output.WriteLine($"Kill {wait} ms after the database was opened");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        portal.Start();
        while (!File.Exists(Path.Combine(portal.Folder, PortalFile.Name + "-wal")))
            await Task.Delay(1, patience.Token);
        await Task.Delay(wait);
        await portal.KillAsync();
    }

    private static async Task CheckAsync(KillablePortal portal)
    {
        await using var file = new PortalFile(portal.Folder, portal.Address);
        await using var db = await file.Store.ReadAsync(CancellationToken.None);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(["ok"], await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync());
    }
}
