using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>What the person of a link does.</summary>
public sealed class EndUserDriver(IPage page)
{
    public IPage Page => page;

    public ILocator Find(string testId) => page.GetByTestId(testId);

    public async Task AgreeAndStartAsync(string link)
    {
        await page.GotoAsync(link);
        await Find("consent-box").CheckAsync();
        await Find("verify-start").ClickAsync();
        await Find("capture-statement-box").CheckAsync();
        await Find("capture-statement-accept").ClickAsync();
    }

    public async Task ShowFaceAsync()
    {
        await Find("capture-shutter").ClickAsync();
        await Expect(Find("capture-result")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    public async Task SeesAsync(string status) =>
        await Expect(Find("verify-title")).ToHaveAttributeAsync("data-status", status, new() { Timeout = 20_000 });
}
