using FaceH5Portal.Benchmarks.Pages;
using FaceH5Portal.Benchmarks.Stubs;
using Microsoft.Playwright;

namespace FaceH5Portal.Benchmarks.Lists;

/// <summary>The promise: an open list costs at most half the memory and processor time of a stock MudBlazor grid, and at most 6 render batches.</summary>
internal static class CircuitCosts
{
    private const int RoundCount = 3;
    private const int Warming = 20;
    private const int Tabs = 40;
    private const int Rows = 25;
    private const int MostBatches = 6;
    private const double MostOfStock = 0.5;

    public static async Task<bool> RunAsync()
    {
        // A young generation of 4 MB, for both: with the usual one the garbage of opening a page hides what stays of it.
        // Compiled once, for both: else the compiler, at work behind the first hundred pages, is most of what is measured.
        Environment.SetEnvironmentVariable("DOTNET_TieredCompilation", "0");
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "0");
        Environment.SetEnvironmentVariable("DOTNET_GCgen0size", "0x400000");
        using var folder = new TemporaryFolder();
        var portalProgram = await Published.ToAsync(folder.Path, Path.Combine("src", "FaceH5Portal.Web"));
        var stockProgram = await Published.ToAsync(folder.Path, Path.Combine("benchmarks", "StockPage"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        var (ours, stocks) = (new CircuitFigures(), new CircuitFigures());
        for (var round = 0; round < RoundCount; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round + 1} of {RoundCount}");
            await using (var portal = await PortalUnderTest.StartAsync(portalProgram, Path.Combine(folder.Path, $"data-{round}"), "Development"))
            {
                for (var row = 0; row < Rows; row++) await portal.InviteAsync();
                await MeasureAsync(browser, portal.Process, new Uri(portal.Process.Address, "/sessions"), "[data-testid=session-row]", ours);
            }
            await using var stock = await StubProcess.StartAsync(new Stub("stock page", stockProgram, "--urls=http://127.0.0.1:0", "--environment=Development"));
            await MeasureAsync(browser, stock, new Uri(stock.Address, "/grid"), "tbody tr", stocks);
        }
        return Report(ours, stocks);
    }

    private static async Task MeasureAsync(IBrowser browser, StubProcess process, Uri address, string shows, CircuitFigures figures)
    {
        await using (var warming = new OpenTabs(browser)) await warming.OpenAsync(address, shows, Warming);
        await using var tabs = new OpenTabs(browser);
        var (memory, cpu) = (process.WorkingSet(), process.Cpu());
        var batches = await tabs.OpenAsync(address, shows, Tabs);
        figures.Kibibytes.Add((process.WorkingSet() - memory) / 1024.0 / Tabs);
        figures.Milliseconds.Add((process.Cpu() - cpu).TotalMilliseconds / Tabs);
        foreach (var count in batches) figures.Batches.Add(count);
    }

    private static bool Report(CircuitFigures ours, CircuitFigures stock)
    {
        var (memory, cpu) = (ours.Kibibytes.Per(stock.Kibibytes), ours.Milliseconds.Per(stock.Milliseconds));
        var table = new MarkdownTable("of an open list", "portal", "stock MudBlazor grid", "portal ÷ stock");
        table.Add("working set, KiB", ours.Kibibytes.Show("0"), stock.Kibibytes.Show("0"), memory.Show("0.00"));
        table.Add("processor time to open, ms", ours.Milliseconds.Show("0"), stock.Milliseconds.Show("0"), cpu.Show("0.00"));
        table.Add("render batches", ours.Batches.Show("0"), stock.Batches.Show("0"), "");
        Console.WriteLine($"{Rows} rows, {Tabs} tabs after {Warming} that warmed the server, median (least–most) of {RoundCount} rounds");
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine(table);
        return memory.Median <= MostOfStock && cpu.Median <= MostOfStock && ours.Batches.Most <= MostBatches;
    }

    private sealed class CircuitFigures
    {
        public Rounds Kibibytes { get; } = new();

        public Rounds Milliseconds { get; } = new();

        public Rounds Batches { get; } = new();
    }
}
