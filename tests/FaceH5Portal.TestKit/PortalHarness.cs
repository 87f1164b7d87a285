using FaceH5Portal.Core;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Sandbox;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.TestKit;

/// <summary>The portal without its pages: real SQLite, the real sandbox on loopback, one clock that only a test moves.</summary>
public sealed class PortalHarness : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    private const string DatabaseName = "portal.db";

    private readonly ServiceProvider services;
    private readonly IConfigurationRoot vendorSettings;

    private PortalHarness(ServiceProvider services, IConfigurationRoot vendorSettings, SandboxServer sandbox, SandboxClock clock, string folder)
    {
        (this.services, this.vendorSettings) = (services, vendorSettings);
        (Sandbox, Clock, Folder) = (sandbox, clock, folder);
    }

    public SandboxServer Sandbox { get; }

    public SandboxClock Clock { get; }

    public string Folder { get; }

    public IServiceProvider Services => services;

    public Wire Wire => Get<Wire>();

    public DateTime NowUtc => Clock.GetUtcNow().UtcDateTime;

    /// <param name="comparing">How long the vendor compares a capture made on its page; one second unless told.</param>
    /// <param name="also">What a test puts beside or over the services, such as faults.</param>
    public static async Task<PortalHarness> StartAsync(TimeSpan? comparing = null, Action<IServiceCollection>? also = null)
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        var clock = new SandboxClock(new FakeTimeProvider(Start));
        var sandbox = await SandboxServer.StartAsync(clock, Path.Combine(folder, "sandbox"), comparing ?? TimeSpan.FromSeconds(1));
        var settings = VendorSettings(sandbox.Address);
        var composed = Compose(folder, clock, sandbox.Address, settings);
        also?.Invoke(composed);
        var services = composed.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await MigratedFile.PutAsync(Path.Combine(folder, DatabaseName));
        await services.GetRequiredService<PortalDatabase>().OpenAsync(CancellationToken.None);
        await services.GetRequiredService<PlanService>().SeedAsync(SandboxPlans.All, CancellationToken.None);
        return new PortalHarness(services, settings, sandbox, clock, folder);
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Sweeps until nothing is due; more than any session needs means a loop.</summary>
    public async Task SweepAsync()
    {
        for (var sweep = 0; sweep < 30; sweep++)
            if (await Get<HarvestPass>().RunAsync(CancellationToken.None) == 0)
                return;
        throw new InvalidOperationException("The harvest pass never comes to rest.");
    }

    /// <summary>An administrator puts another app's keys in force while the portal runs.</summary>
    public void UseKeysOf(string app)
    {
        vendorSettings["ApiKey"] = $"{app}-api-key";
        vendorSettings["SecretKey"] = $"{app}-secret-key";
        vendorSettings.Reload();
    }

    public void Advance(TimeSpan by) => Clock.Advance(by);

    /// <summary>Moves beyond the death of a token that was minted just now, and lets the portal act on it.</summary>
    public async Task OutliveTokenAsync()
    {
        Advance(TokenWindows.Use + TokenWindows.DeathMargin + TimeSpan.FromSeconds(1));
        await SweepAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static ServiceCollection Compose(string folder, SandboxClock clock, Uri sandbox, IConfiguration vendor)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddPortalData($"Data Source={DatabaseName}", folder, "FaceH5Portal.Migrations.Sqlite");
        services.ConfigureDbContext<PortalDbContext>(options => options.ConfigureWarnings(
            warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning)));
        services.AddPortalCore(new MasterKeyRing("the test", new MasterKey([.. Enumerable.Range(1, MasterKey.Bytes).Select(n => (byte)n)])), new Uri("http://localhost:5080"));
        services.AddBaiduFace(vendor);
        services.AddPhotoVendors(PhotoSettings(sandbox));
        services.AddSingleton(new Wire(sandbox));
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(provider => provider.GetRequiredService<Wire>());
        return services;
    }

    private static IConfigurationRoot PhotoSettings(Uri sandbox) => new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["Vendors:Juhe:BaseUrl"] = sandbox.ToString().TrimEnd('/'),
            ["Vendors:Juhe:Key"] = "sandbox-juhe-key",
            ["Vendors:Juhe:OpenId"] = "JH0123456789abcdef0123456789abcdef",
            ["Vendors:Tencent:BaseUrl"] = sandbox.ToString().TrimEnd('/'),
            ["Vendors:Tencent:LegacyBaseUrl"] = sandbox.ToString().TrimEnd('/'),
            ["Vendors:Tencent:UseRetired"] = "true",
            ["Vendors:Tencent:AppId"] = "1250000000",
            ["Vendors:Tencent:SecretId"] = "AKIDTESTSECRETID0000",
            ["Vendors:Tencent:SecretKey"] = "TESTSECRETKEY0000",
            ["Vendors:Linkface:BaseUrl"] = sandbox.ToString().TrimEnd('/'),
            ["Vendors:Linkface:ApiId"] = "lf_test_api_id",
            ["Vendors:Linkface:ApiSecret"] = "lf_test_api_secret",
        }).Build();

    private static IConfigurationRoot VendorSettings(Uri sandbox) => new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["ApiBaseUrl"] = sandbox.ToString().TrimEnd('/'),
            ["PageBaseUrl"] = sandbox.ToString().TrimEnd('/'),
            ["ApiKey"] = "sandbox-api-key",
            ["SecretKey"] = "sandbox-secret-key",
            ["RetryDelay"] = "00:00:00.001",
        }).Build();
}
