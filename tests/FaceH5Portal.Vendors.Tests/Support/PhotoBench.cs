using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>The photo vendors as the portal registers them, with a stub or a loopback server for all of them.</summary>
internal sealed class PhotoBench : IDisposable
{
    public const string Name = "张三";
    public const string IdNumber = "11010519491231002X";

    private readonly ServiceProvider _provider;

    private PhotoBench(VendorStub? stub, string baseUrl, (string Key, string? Value)[] settings, TimeProvider clock)
    {
        Stub = stub ?? new VendorStub();
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton<SignatureNonce>(() => 123456789);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddPhotoVendors(new ConfigurationBuilder().AddInMemoryCollection(Settings(baseUrl, settings)).Build());
        foreach (var vendor in stub is null ? [] : Enum.GetValues<PhotoVendor>())
            services.AddHttpClient($"photo-{vendor}").ConfigurePrimaryHttpMessageHandler(() => Stub);
        _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static DateTimeOffset Start { get; } = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    /// <summary>Just enough of a JPEG for whoever reads its header.</summary>
    public static byte[] Photo { get; } = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 1, 0, 1, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9];

    public VendorStub Stub { get; }

    public LogCapture Log { get; } = new();

    public VendorCalls Calls => _provider.GetRequiredService<VendorCalls>();

    public IPhotoReach Reach => _provider.GetRequiredService<IPhotoReach>();

    public IEnumerable<IPhotoCheckClient> All => _provider.GetServices<IPhotoCheckClient>();

    public static PhotoBench WithStub(params (string Key, string? Value)[] settings) => WithStub(new FakeTimeProvider(Start), settings);

    public static PhotoBench WithStub(FakeTimeProvider clock, params (string Key, string? Value)[] settings) =>
        new(new VendorStub(), "https://vendor.example", settings, clock);

    /// <summary>Over real HTTP, with the sandbox's keys.</summary>
    public static PhotoBench Against(string baseUrl, TimeProvider? clock = null, params (string Key, string? Value)[] settings) =>
        new(null, baseUrl, settings, clock ?? TimeProvider.System);

    public IPhotoCheckClient Client(PhotoVendor vendor) => _provider.GetRequiredKeyedService<IPhotoCheckClient>(vendor);

    public Task<PhotoCheckResult> CheckAsync(PhotoVendor vendor, string name = Name, Func<PhotoCheckRequest, PhotoCheckRequest>? change = null)
    {
        var request = new PhotoCheckRequest { Name = name, IdNumber = IdNumber, Reference = "R0000001", File = Photo };
        return Client(vendor).CheckAsync(change?.Invoke(request) ?? request, CancellationToken.None);
    }

    /// <summary>What the client makes of a body.</summary>
    public static async Task<PhotoCheckResult> ReadAsync(PhotoVendor vendor, string body, params (string Key, string? Value)[] settings)
    {
        using var bench = WithStub(settings);
        bench.Stub.Plan(PathOf(vendor), body);
        return await bench.CheckAsync(vendor);
    }

    public static string PathOf(PhotoVendor vendor) => vendor switch
    {
        PhotoVendor.Juhe => "/verifyface/verifyEncry",
        PhotoVendor.TencentLegacy => "/face/idcardcompare",
        PhotoVendor.TencentV2 => "/",
        _ => "/v2/identity/selfie_idnumber_verification",
    };

    public void Dispose() => _provider.Dispose();

    private static Dictionary<string, string?> Settings(string baseUrl, (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Vendors:Juhe:BaseUrl"] = baseUrl,
            ["Vendors:Juhe:Key"] = "sandbox-juhe-key",
            ["Vendors:Juhe:OpenId"] = "JH0123456789abcdef0123456789abcdef",
            ["Vendors:Tencent:BaseUrl"] = baseUrl,
            ["Vendors:Tencent:LegacyBaseUrl"] = baseUrl,
            ["Vendors:Tencent:AppId"] = "1250000000",
            ["Vendors:Tencent:SecretId"] = "AKIDTESTSECRETID0000",
            ["Vendors:Tencent:SecretKey"] = "TESTSECRETKEY0000",
            ["Vendors:Tencent:UseRetired"] = "true",
            ["Vendors:Linkface:BaseUrl"] = baseUrl,
            ["Vendors:Linkface:ApiId"] = "lf_test_api_id",
            ["Vendors:Linkface:ApiSecret"] = "lf_test_api_secret",
        };
        foreach (var (key, value) in settings)
            all["Vendors:" + key] = value;
        return all;
    }
}
