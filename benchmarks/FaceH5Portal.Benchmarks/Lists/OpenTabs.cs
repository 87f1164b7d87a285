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
        _context ??= await SignedInAsync(address);
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

    // Whoever is asked to sign in is the operator of the demonstration; the session is the same in each tab.
    private async Task<IBrowserContext> SignedInAsync(Uri address)
    {
        var context = await browser.NewContextAsync(new() { Locale = "en", ViewportSize = new() { Width = 1280, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        var click = page.Locator("[data-testid=demo-sign-in][data-role=Operator]");
        if (await click.CountAsync() > 0)
        {
            await click.ClickAsync();
            await page.WaitForURLAsync(address.ToString());
        }
        await page.CloseAsync();
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null) await _context.DisposeAsync();
    }
}
