using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>One browser for all tests, with a camera that shows a test picture.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The last five keep it from calling home, which a closed network would answer with noise.
    private static readonly string[] Always =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] FakeCamera =
        ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

    private IPlaywright? playwright;
    private IBrowser? withCamera;

    public IBrowser WithCamera => withCamera ?? throw new InvalidOperationException("The browser did not start.");

    public async Task InitializeAsync()
    {
        // A busy machine is no failure: what must come may take its time.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        withCamera = await LaunchAsync([.. Always, .. FakeCamera]);
    }

    public Task<IBrowser> WithoutCameraAsync() => LaunchAsync(Always);

    public Task<IBrowserContext> PhoneAsync(bool script = true) => WithCamera.NewContextAsync(new()
    {
        Locale = "zh-CN",
        ViewportSize = new() { Width = 360, Height = 740 },
        JavaScriptEnabled = script,
        Permissions = ["camera"],
    });

    public async Task DisposeAsync()
    {
        if (withCamera is not null)
            await withCamera.DisposeAsync();
        playwright?.Dispose();
    }

    private Task<IBrowser> LaunchAsync(IEnumerable<string> args) => playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
        Headless = true,
        Args = args,
    });
}

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
