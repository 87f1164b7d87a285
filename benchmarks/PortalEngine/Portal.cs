using FaceH5Portal.Core;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PortalEngine;

/// <summary>The portal as the web host composes it, without its pages.</summary>
internal sealed class Portal : IAsyncDisposable
{
    /// <summary>No secret: it seals made-up people.</summary>
    public static readonly byte[] MasterKeyBytes = [.. Enumerable.Range(1, MasterKey.Bytes).Select(n => (byte)n)];

    private readonly ServiceProvider _services;

    private Portal(ServiceProvider services) => _services = services;

    /// <param name="also">What is put over the services, such as another key ring.</param>
    public static async Task<Portal> OpenAsync(Uri vendor, string folder, Action<IServiceCollection>? also = null)
    {
        var portal = new Portal(Compose(vendor, folder, also));
        await portal.Get<PortalDatabase>().OpenAsync(CancellationToken.None);
        await portal.Get<PlanService>().SeedAsync(SandboxPlans.All, CancellationToken.None);
        return portal;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Compose(Uri vendor, string folder, Action<IServiceCollection>? also)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
        services.AddPortalData("Data Source=portal.db", folder, "FaceH5Portal.Migrations.Sqlite");
        services.AddPortalCore(new MasterKeyRing("the benchmark", new MasterKey(MasterKeyBytes)), new Uri("http://localhost:5080"));
        services.AddBaiduFace(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ApiBaseUrl"] = vendor.ToString().TrimEnd('/'),
            ["PageBaseUrl"] = vendor.ToString().TrimEnd('/'),
            ["ApiKey"] = "benchmark-api-key",
            ["SecretKey"] = "benchmark-secret-key",
        }).Build());
        also?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
