using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Journey;

/// <summary>A page of the end user in one of its states, and how to get there.</summary>
/// <param name="Shows">What only this state shows, as a selector.</param>
/// <param name="Link">Opened first; null where no link is needed.</param>
/// <param name="Path">Where to go then; null to stay.</param>
public sealed record PageState(string Name, string Shows, string? Link, string? Path = null, Func<IPage, Task>? Then = null)
{
    public async Task OpenAsync(IPage page, Uri portal)
    {
        if (Link is not null)
            await page.GotoAsync(Link);
        if (Path is not null)
            await page.GotoAsync(new Uri(portal, Path).ToString());
        if (Then is not null)
            await Then(page);
        await Assertions.Expect(page.Locator(Shows)).ToBeVisibleAsync();
        // A form's answer can be read before its stylesheet is there.
        await page.WaitForLoadStateAsync();
    }
}
