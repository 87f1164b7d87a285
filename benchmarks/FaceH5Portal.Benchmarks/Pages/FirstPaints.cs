using Microsoft.Playwright;

namespace FaceH5Portal.Benchmarks.Pages;

/// <summary>How long it took until something could be read, on one kind of device.</summary>
internal sealed record Paint(string Name)
{
    public Rounds Portal { get; } = new();

    public Rounds PortalBytes { get; } = new();

    public Rounds Stock { get; } = new();

    public Rounds StockBytes { get; } = new();

    /// <summary>Four letters as plain text: what the browser takes for anything.</summary>
    public Rounds Floor { get; } = new();

    public Rounds Ratio => Portal.Per(Stock);
}

/// <summary>The same text as the portal's page and as a stock page, loaded by turns in one Chromium.</summary>
internal static class FirstPaints
{
    public const int Loads = 15;

    // What page speed tools take for a phone of the middle: a processor four times slower, 1.6 Mbit/s, 150 ms there and back.
    private static readonly Dictionary<string, object> _phoneLine = new()
    {
        ["offline"] = false,
        ["latency"] = 150,
        ["downloadThroughput"] = 1_600_000 / 8,
        ["uploadThroughput"] = 750_000 / 8,
    };

    public static async Task<IReadOnlyList<Paint>> MeasureAsync(Uri link, Uri stock)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        return [await MeasureAsync(browser, "this machine", phone: false, link, stock), await MeasureAsync(browser, "a phone of the middle", phone: true, link, stock)];
    }

    private static async Task<Paint> MeasureAsync(IBrowser browser, string name, bool phone, Uri link, Uri stock)
    {
        var paint = new Paint(name);
        // The first load of each warms the servers and is not counted.
        for (var load = 0; load <= Loads; load++)
            foreach (var (address, times, sizes) in new[]
                { (link, paint.Portal, paint.PortalBytes), (stock, paint.Stock, paint.StockBytes), (new Uri(link, "/health/live"), paint.Floor, null) })
            {
                var (milliseconds, bytes) = await LoadAsync(browser, address, phone);
                if (load == 0) continue;
                times.Add(milliseconds);
                sizes?.Add(bytes);
            }
        return paint;
    }

    private static async Task<(double Milliseconds, double Bytes)> LoadAsync(IBrowser browser, Uri address, bool phone)
    {
        await using var context = await browser.NewContextAsync(new() { Locale = "en", ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        if (phone)
        {
            var devtools = await context.NewCDPSessionAsync(page);
            await devtools.SendAsync("Network.enable");
            await devtools.SendAsync("Network.emulateNetworkConditions", _phoneLine);
            await devtools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
        }
        await page.GotoAsync(address.ToString());
        var painted = await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime");
        return (await painted.JsonValueAsync<double>(), await page.EvaluateAsync<double>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, part) => sum + part.transferSize, 0)"));
    }
}
