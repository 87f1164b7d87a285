using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>The client as the portal registers it, with a stub or a loopback server for the vendor.</summary>
internal sealed class BaiduBench : IDisposable
{
    public const string ApiKey = "an-api-key-0123456789";
    public const string SecretKey = "a-secret-key-0123456789";
    public const string VerifyToken = "Yz9rWITm4vak16PBAh5x8oG7";

    private static readonly string[] ClientNames = ["baidu-token", "baidu-query", "baidu-command", "baidu-media"];

    private readonly ServiceProvider _provider;
    private readonly IConfigurationRoot _settings;

    private BaiduBench(VendorStub? stub, Dictionary<string, string?> settings, TimeProvider clock, HostResolver? resolve = null)
    {
        Stub = stub ?? new VendorStub();
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        if (resolve is not null)
            services.AddSingleton(resolve);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        _settings = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services.AddBaiduFace(_settings);
        foreach (string name in stub is null ? [] : ClientNames)
            services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => Stub);
        _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Client = _provider.GetRequiredService<IBaiduFaceClient>();
        SetUp = _provider.GetRequiredService<IBaiduSetUp>();
    }

    public IBaiduFaceClient Client { get; }

    public IBaiduSetUp SetUp { get; }

    public VendorStub Stub { get; }

    public LogCapture Log { get; } = new();

    public FakeTimeProvider Clock { get; private init; } = new();

    public static BaiduBench WithStub(params (string Key, string? Value)[] settings)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return new BaiduBench(new VendorStub(), Settings("https://aip.baidubce.com", settings), clock) { Clock = clock };
    }

    /// <summary>Over real HTTP. Keys default to the sandbox's.</summary>
    public static BaiduBench Against(string baseUrl, TimeProvider? clock = null, params (string Key, string? Value)[] settings) =>
        new(null, Settings(baseUrl, [("ApiKey", "sandbox-api-key"), ("SecretKey", "sandbox-secret-key"), ("PageBaseUrl", baseUrl), .. settings]), clock ?? TimeProvider.System);

    /// <summary>Over real connections, to wherever the test says that a name leads.</summary>
    public static BaiduBench WhereNamesLead(HostResolver resolve, params (string Key, string? Value)[] settings) =>
        new(null, Settings("https://aip.baidubce.com", settings), TimeProvider.System, resolve);

    /// <summary>Changes the keys while everything runs, as an operator does in the settings.</summary>
    public void UseApp(string apiKey, string secretKey)
    {
        (_settings["ApiKey"], _settings["SecretKey"]) = (apiKey, secretKey);
        _settings.Reload();
    }

    public void Dispose() => _provider.Dispose();

    private static Dictionary<string, string?> Settings(string baseUrl, (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["ApiBaseUrl"] = baseUrl,
            ["ApiKey"] = ApiKey,
            ["SecretKey"] = SecretKey,
            ["RetryDelay"] = "00:00:00",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        return all;
    }
}
