using System.Web;
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
        await AgreeAsync(link);
        await Find("capture-statement-box").CheckAsync();
        await Find("capture-statement-accept").ClickAsync();
    }

    public async Task AgreeAsync(string link)
    {
        await page.GotoAsync(link);
        // Asked for where no number tells the age.
        if (await Find("consent-born").IsVisibleAsync())
            await Find("consent-born").FillAsync("1990-03-07");
        await Find("consent-box").CheckAsync();
        await Find("verify-start").ClickAsync();
    }

    public async Task GiveIdentityAsync(string name, string number)
    {
        await Find("identity-name").FillAsync(name);
        await Find("identity-number").FillAsync(number);
        await Find("identity-next").ClickAsync();
    }

    public async Task ShowFaceAsync()
    {
        await Find("capture-shutter").ClickAsync();
        await Expect(Find("capture-result")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    /// <summary>What the vendor's page was opened with.</summary>
    public async Task<(string Token, string WayBack)> AtTheVendorAsync(Uri vendor)
    {
        await page.WaitForURLAsync(address => address.StartsWith(vendor.ToString(), StringComparison.Ordinal));
        var query = HttpUtility.ParseQueryString(new Uri(page.Url).Query);
        return (query["token"]!, query["successUrl"]!);
    }

    public async Task SeesAsync(string status) =>
        await Expect(Find("verify-title")).ToHaveAttributeAsync("data-status", status, new() { Timeout = 20_000 });

    public async Task IsAtAsync(string step) => await Expect(Find("verify-title")).ToHaveAttributeAsync("data-step", step);
}
