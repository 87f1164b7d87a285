using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxCapture;

/// <summary>What a person does on the capture page.</summary>
internal sealed class CapturePerson(IPage page)
{
    public IPage Page => page;

    public ILocator Find(string testId) => page.GetByTestId(testId);

    public ILocator Heading => page.Locator("main h1:visible");

    public async Task ArriveAsync(string address, string camera = "real", string outcome = "")
    {
        await page.GotoAsync(address);
        await ChooseAsync("panel-camera", camera);
        await ChooseAsync("panel-outcome", outcome);
        await AgreeAsync();
    }

    public async Task AgreeAsync()
    {
        await Find("capture-statement-box").CheckAsync();
        await Find("capture-statement-accept").ClickAsync();
    }

    public Task ChooseAsync(string select, string value) => Find(select).SelectOptionAsync(value);

    /// <summary>Both sides of the card, as the camera shows them.</summary>
    public async Task ShowCardAsync()
    {
        await Expect(page.Locator("h1[data-side=front]")).ToBeVisibleAsync();
        await Find("ocr-shutter").ClickAsync();
        await Expect(page.Locator("h1[data-side=back]")).ToBeVisibleAsync();
        await Find("ocr-shutter").ClickAsync();
        await Expect(Find("confirm-name")).ToBeVisibleAsync();
    }

    public async Task EnterAsync(string step, string name, string number)
    {
        await Find(step + "-name").FillAsync(name);
        await Find(step + "-number").FillAsync(number);
        await Find(step + "-submit").ClickAsync();
    }

    public async Task SeesAsync(bool passed, string message = "")
    {
        await Expect(Find("capture-result")).ToBeVisibleAsync();
        await Expect(Find("capture-result")).ToHaveAttributeAsync("data-passed", passed ? "true" : "false");
        await Expect(Find("capture-message")).ToContainTextAsync(message);
    }
}
