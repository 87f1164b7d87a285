using FaceH5Portal.Core;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Simulation.Tests.Planted;
using FaceH5Portal.Simulation.Tests.Wires;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;

namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>The portal's process: all of it is built anew at each start, on the same database file.</summary>
internal sealed class Portal(World world, Workshop workshop, PlantedBug? bug) : IAsyncDisposable
{
    private static readonly IConfiguration VendorSettings = new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["ApiBaseUrl"] = InProcessSandbox.Address,
            ["PageBaseUrl"] = InProcessSandbox.Address,
            ["ApiKey"] = "sandbox-api-key",
            ["SecretKey"] = "sandbox-secret-key",
        }).Build();

    private static readonly MasterKeyRing Keys =
        new("the simulation", new MasterKey([.. Enumerable.Range(1, MasterKey.Bytes).Select(n => (byte)n)]));

    private static readonly TimeSpan UntilNextStart = TimeSpan.FromMinutes(1);

    private ServiceProvider? services;

    public bool IsOn => services is not null;

    public T Get<T>() where T : notnull => services!.GetRequiredService<T>();

    /// <summary>As the host opens it, without the migrations, which every world's file has already; a refused start is tried again.</summary>
    public async Task StartAsync()
    {
        if (IsOn)
            return;
        services = Compose().BuildServiceProvider();
        world.Touched();
        try
        {
            foreach (var step in services.GetServices<IOpeningStep>())
                await step.RunAsync(CancellationToken.None);
        }
        catch (PortalStartException exception)
        {
            world.Story.Tell($"the portal does not start: {exception.Message}");
            await StopAsync();
            world.After(UntilNextStart, StartAsync);
        }
    }

    public async Task StopAsync()
    {
        if (services is { } running)
            await running.DisposeAsync();
        services = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    public static ServiceCollection Compose(string folder, TimeProvider clock, Entropy entropy)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(entropy);
        services.AddPortalData($"Data Source={Workshop.DatabaseName}", folder, "FaceH5Portal.Migrations.Sqlite");
        services.AddPortalCore(Keys, new Uri("http://localhost:5080"));
        services.AddBaiduFace(VendorSettings);
        return services;
    }

    private ServiceCollection Compose()
    {
        var composed = Compose(workshop.Folder, world.Clock, world.Entropy);
        composed.AddSingleton(new HarvestLimits(AtOnce: 1));
        composed.AddSingleton<IHttpMessageHandlerBuilderFilter>(world.Wire);
        // The product makes a context for each piece of work; pooled ones behave the same and cost a world a third less.
        composed.RemoveAll<IDbContextFactory<PortalDbContext>>();
        composed.AddPooledDbContextFactory<PortalDbContext>(options => options.AddInterceptors(world.Watch, world.Storage));
        bug?.Plant(composed);
        return composed;
    }
}
