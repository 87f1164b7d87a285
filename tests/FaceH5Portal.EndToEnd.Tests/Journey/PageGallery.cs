using System.Globalization;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Journey;

/// <summary>A portal in which somebody stands at every page that a person of a link can come to.</summary>
public sealed class PageGallery(Chromium chromium) : IAsyncLifetime, IDisposable
{
    private readonly InvitingPortal portal = new();
    private IBrowserContext setting = null!;

    public IReadOnlyList<PageState> States { get; private set; } = [];

    public Uri Address => portal.Process.Address;

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        setting = await chromium.WithCamera.NewContextAsync(new() { JavaScriptEnabled = false });
        var (_, expired) = await portal.InviteAsync();
        await portal.Sandbox.AdvanceAsync(TimeSpan.FromHours(73));
        var passed = await WentThroughAsync("测试甲", "Passed");
        States =
        [
            .. await BeforeTheCaptureAsync(),
            new("retry", "[data-step=Start] ~ .reason", await WentThroughAsync("测试222360", "AwaitingUser")),
            new("passed", "[data-status=Passed]", passed),
            new("withdraw", "[data-testid=withdraw-title]", passed, "/verify/withdraw"),
            new("failed", "[data-status=Failed]", await WentThroughAsync("测试222351", "Failed")),
            new("expired", "[data-status=Expired]", expired),
            .. await EndedAsync(),
            new("link-unknown", "[data-testid=link-unknown]", null, "/v/fh5_nobodyknowsthisone0001"),
            new("return-neutral", "[data-testid=return-neutral]", null, "/r/fh5_forgedforgedforged0001"),
            new("broken", "[data-testid=broken]", null, "/broken"),
            // Last, because nobody gets a result any more then.
            await WaitingAsync(),
        ];
        await setting.DisposeAsync();
    }

    public Task DisposeAsync() => portal.DisposeAsync();

    public void Dispose() => portal.Dispose();

    private async Task<IEnumerable<PageState>> BeforeTheCaptureAsync()
    {
        var born = ChinaDate.Today(TimeProvider.System).AddYears(-10).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var (_, consent) = await portal.InviteAsync();
        var (_, child) = await portal.InviteAsync(number: $"110101{born}0011");
        var (identity, photo) = (await AgreedAsync("1001"), await AgreedAsync("1004"));
        var ready = await AgreedAsync("1001", GiveIdentityAsync);
        var left = await AgreedAsync("1001", LeaveAsync);
        return
        [
            new("consent", "[data-testid=consent-box]", consent),
            new("consent-error", "[data-code=consent-missing]", consent, Then: page => page.GetByTestId("verify-start").ClickAsync()),
            new("consent-minor", "[data-testid=consent-guardian]", child),
            new("other-way", "[data-testid=other-way-title]", consent, "/verify/other-way"),
            new("phone", "[data-testid=phone-qr]", consent, "/verify/phone"),
            new("identity", "[data-step=Identity]", identity),
            new("identity-errors", "[data-code=name-empty]", identity, Then: page => page.GetByTestId("identity-next").ClickAsync()),
            new("photo", "[data-step=Photo]", photo),
            new("start", "[data-step=Start]", ready),
            new("resume", "[data-step=Resume]", left),
        ];
    }

    private async Task<IEnumerable<PageState>> EndedAsync()
    {
        var (id, cancelled) = await portal.InviteAsync();
        await portal.CancelAsync(id);
        var withdrawn = await WentThroughAsync("测试甲", "Passed");
        await SubmitAsync(withdrawn, "/verify/withdraw", "withdraw-confirm");
        var (_, asked) = await portal.InviteAsync();
        await SubmitAsync(asked, "/verify/other-way", "other-way-ask");
        return
        [
            new("cancelled", "[data-status=Cancelled]", cancelled),
            new("withdrawn", "[data-testid=withdrawn]", withdrawn),
            new("other-way-noted", "[data-testid=other-way-noted]", asked),
        ];
    }

    private async Task<PageState> WaitingAsync()
    {
        await portal.Sandbox.BreakAsync("result/getall");
        return new("wait", "[data-testid=wait-steps]", await WentThroughAsync("测试甲", "Confirming"));
    }

    private async Task<string> AgreedAsync(string plan, Func<EndUserDriver, Task>? then = null)
    {
        var (_, link) = await portal.InviteAsync(plan, name: null);
        var person = new EndUserDriver(await setting.NewPageAsync());
        await person.Page.GotoAsync(link);
        if (await person.Find("consent-born").CountAsync() > 0)
            await person.Find("consent-born").FillAsync("1990-03-07");
        await person.Find("consent-box").CheckAsync();
        await person.Find("verify-start").ClickAsync();
        // A page that is left before its form has brought the next one can hang the browser.
        await person.IsAtAsync(plan == "1004" ? "Photo" : "Identity");
        if (then is not null)
            await then(person);
        return link;
    }

    private static async Task GiveIdentityAsync(EndUserDriver person)
    {
        await person.GiveIdentityAsync("测试甲", InvitingPortal.Adult);
        await person.IsAtAsync("Start");
    }

    private async Task LeaveAsync(EndUserDriver person)
    {
        await GiveIdentityAsync(person);
        await person.Find("verify-start").ClickAsync();
        await person.AtTheVendorAsync(portal.Process.Sandbox);
    }

    private async Task<string> WentThroughAsync(string name, string becomes)
    {
        var (_, link) = await portal.InviteAsync(name: name);
        var person = new EndUserDriver(await setting.NewPageAsync());
        await person.AgreeAsync(link);
        var (token, wayBack) = await person.AtTheVendorAsync(portal.Process.Sandbox);
        await portal.Sandbox.CompleteAsync(token);
        await person.Page.GotoAsync(wayBack);
        await person.SeesAsync(becomes);
        return link;
    }

    private async Task SubmitAsync(string link, string path, string button)
    {
        var page = await setting.NewPageAsync();
        await page.GotoAsync(link);
        await page.GotoAsync(new Uri(Address, path).ToString());
        await page.GetByTestId(button).ClickAsync();
        await Assertions.Expect(page.GetByTestId("verify-title")).ToBeVisibleAsync();
    }
}
