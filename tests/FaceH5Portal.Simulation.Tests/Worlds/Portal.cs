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
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

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
    private CancellationTokenSource life = new();

    public bool IsOn => services is not null;

    /// <summary>Ends when the process is killed.</summary>
    public CancellationToken Life => life.Token;

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

    public void Kill()
    {
        world.Wire.Log.Unheard();
        life.Cancel();
    }

    /// <summary>Runs what the portal is asked to do; when its process dies in it, another is started and the caller hears nothing.</summary>
    public async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> work) where T : class
    {
        if (!IsOn)
            return null;
        try
        {
            return await work(Life);
        }
        catch (OperationCanceledException) when (Life.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (Life.IsCancellationRequested)
                await ReviveAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        life.Dispose();
    }

    public static ServiceCollection Compose(string folder, TimeProvider clock, Entropy entropy)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        // EF keeps a model and its compiled queries per logger factory: one for all worlds spares each of them both.
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(clock);
        services.AddSingleton(entropy);
        services.AddPortalData($"Data Source={Workshop.DatabaseName}", folder, "FaceH5Portal.Migrations.Sqlite");
        services.AddPortalCore(Keys, new Uri("http://localhost:5080"));
        services.AddBaiduFace(VendorSettings);
        return services;
    }

    private async Task ReviveAsync()
    {
        await StopAsync();
        life.Dispose();
        life = new CancellationTokenSource();
        await StartAsync();
    }

    private ServiceCollection Compose()
    {
        var composed = Compose(workshop.Folder, world.Clock, world.Entropy);
        composed.AddSingleton(new HarvestLimits(AtOnce: 1));
        composed.AddSingleton<IHttpMessageHandlerBuilderFilter>(world.Wire);
        // The product makes a context for each piece of work; pooled ones behave the same and cost a world a third less.
        composed.RemoveAll<IDbContextFactory<PortalDbContext>>();
        composed.AddPooledDbContextFactory<PortalDbContext>(options => options.AddInterceptors(world.Watch, world.Storage));
        composed.AddSingleton<IWriteFollower>(world.Watch);
        bug?.Plant(composed);
        return composed;
    }
}
