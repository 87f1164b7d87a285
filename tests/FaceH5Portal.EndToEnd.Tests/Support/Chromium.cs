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

    public IBrowser WithCamera { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // A busy machine is no failure: what must come may take its time.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        WithCamera = await LaunchAsync([.. Always, .. FakeCamera]);
    }

    public Task<IBrowser> WithoutCameraAsync() => LaunchAsync(Always);

    public async Task DisposeAsync()
    {
        await WithCamera.DisposeAsync();
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
