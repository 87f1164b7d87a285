using System.Text;
using Microsoft.Playwright;

namespace FaceH5Portal.Benchmarks.Lists;

/// <summary>Tabs of one Chromium that stay open, each with a circuit of its own.</summary>
internal sealed class OpenTabs(IBrowser browser) : IAsyncDisposable
{
    private static readonly byte[] _renderBatch = Encoding.ASCII.GetBytes("JS.RenderBatch");

    private IBrowserContext? _context;

    /// <summary>Opens so many, one after the other, and answers how many render batches each took.</summary>
    public async Task<IReadOnlyList<int>> OpenAsync(Uri address, string shows, int tabs)
    {
        _context ??= await browser.NewContextAsync(new() { Locale = "en", ViewportSize = new() { Width = 1280, Height = 800 } });
        var batches = new List<int>();
        for (var tab = 0; tab < tabs; tab++)
        {
            var (page, seen) = (await _context.NewPageAsync(), 0);
            page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
            {
                if (frame.Binary is { } bytes && bytes.AsSpan().IndexOf(_renderBatch) >= 0) seen++;
            };
            await page.GotoAsync(address.ToString());
            await page.Locator(shows).Nth(24).WaitForAsync();
            // What follows the first sight of the rows is part of opening the page.
            await page.WaitForTimeoutAsync(300);
            batches.Add(seen);
        }
        return batches;
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null) await _context.DisposeAsync();
    }
}
