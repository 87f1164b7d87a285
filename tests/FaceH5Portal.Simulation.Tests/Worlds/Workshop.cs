using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Sandbox;
using FaceH5Portal.Simulation.Tests.Wires;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>What is dear to build and can serve one world after another: the sandbox, and a migrated database to copy.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    public const string DatabaseName = "portal.db";

    private const string MemoryDisk = "/dev/shm";
    private static readonly TimeSpan Comparing = TimeSpan.FromSeconds(25);

    private readonly WorldTime time = new();

    private Workshop(string folder)
    {
        Folder = folder;
        Clock = new SandboxClock(time);
        Sandbox = new InProcessSandbox(Clock, Comparing);
        Desk = new SandboxDesk(Sandbox);
    }

    public string Folder { get; }

    public SandboxClock Clock { get; }

    public InProcessSandbox Sandbox { get; }

    public SandboxDesk Desk { get; }

    public string Database => Path.Combine(Folder, DatabaseName);

    private string Notes => Path.Combine(Folder, "audit");

    private string Template => Path.Combine(Folder, "template.db");

    public static async Task<Workshop> OpenAsync()
    {
        var parent = Directory.Exists(MemoryDisk) ? MemoryDisk : Path.GetTempPath();
        var workshop = new Workshop(Directory.CreateDirectory(Path.Combine(parent, $"simulation-{Guid.NewGuid():N}")).FullName);
        await workshop.MigrateAsync();
        return workshop;
    }

    /// <summary>The same beginning for every world.</summary>
    public async Task<SandboxClock> ClearAsync()
    {
        Forget();
        foreach (var file in Directory.GetFiles(Folder, DatabaseName + "*"))
            File.Delete(file);
        // Whom another world erased stands there, and would be erased in this one too.
        if (Directory.Exists(Notes))
            Directory.Delete(Notes, recursive: true);
        File.Copy(Template, Database);
        time.Put(WorldTime.Start - Clock.Offset);
        await Desk.ControlAsync("reset", new { });
        return Clock;
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Forget();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task MigrateAsync()
    {
        await using (var services = Portal.Compose(Folder, Clock, new SeededEntropy(new Dice(0))).BuildServiceProvider())
        {
            await services.GetRequiredService<PortalDatabase>().OpenAsync(CancellationToken.None);
            await services.GetRequiredService<PlanService>().SeedAsync(SimulatedPlans.All, CancellationToken.None);
        }
        Forget();
        File.Move(Database, Template);
    }

    // Pooled connections of this file would go on with the database that is being taken away.
    private void Forget()
    {
        using var connection = new SqliteConnection($"Data Source={Database}");
        SqliteConnection.ClearPool(connection);
    }
}
