using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Looks;

/// <summary>A page of the console, and what is there once it has loaded.</summary>
/// <param name="Press">What is pressed first; null where nothing is.</param>
public sealed record ConsolePage(string Name, string Path, string Shows, string? Press = null);

/// <summary>A portal in which every page of the console has something to show.</summary>
public sealed class ConsoleGallery(Chromium chromium) : IAsyncLifetime, IDisposable
{
    private readonly InvitingPortal portal = new();

    public IReadOnlyList<ConsolePage> Pages { get; private set; } = [];

    public Uri Address => portal.Process.Address;

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await using var context = await chromium.WithCamera.NewContextAsync();
        var page = await context.NewPageAsync();
        // A month makes better pictures; for the rules one session that ran and one that waits are enough.
        if (PageAlbum.IsWanted)
            await FillAsync(page);
        await portal.Sandbox.TellChargesAsync("one_more");
        await WentThroughAsync(page);
        await portal.Sandbox.TellChargesAsync("as_booked");
        var passed = await WentThroughAsync(page);
        var (waiting, _) = await portal.InviteAsync();
        var asked = await AskedForOtherWayAsync(page);
        await new OperatorDriver(page, Address).OpenAsync("plans");
        var plan = await page.GetByTestId("plan-open").First.GetAttributeAsync("href");
        var compared = await CheckedPhotoAsync(page, "Juhe", "TencentV2", "Linkface");
        await portal.Sandbox.BreakAsync("verifyface/verifyEncry", "reset", 1);
        var unknown = await CheckedPhotoAsync(page, "Juhe");
        var prices = await BudgetedAsync(page);
        await page.GotoAsync($"{Address}admin/months");
        var month = (await page.GetByTestId("month-open").First.GetAttributeAsync("href"))!;
        await page.GotoAsync($"{Address}admin/people");
        var person = (await page.GetByTestId("person-open").First.GetAttributeAsync("href"))!;
        var endpoint = await ToldAsync(page);
        Pages =
        [
            new("home", "/", "home-today"),
            new("sessions", "/sessions", "session-row"),
            new("sessions-none", "/sessions?reference=nobody", "sessions-none"),
            new("session-passed", $"/sessions/{passed}", "attempt-outcome"),
            new("session-waiting", $"/sessions/{waiting}", "session-link"),
            new("session-review", $"/sessions/{asked}", "review-decide"),
            new("reviews", "/reviews", "review-row"),
            new("photo-checks", "/photo-checks", "photo-check-row"),
            new("photo-check", compared, "check-not-comparable"),
            new("photo-check-unknown", unknown, "check-unknown"),
            new("new-photo-check", "/photo-checks/new", "vendor-offer"),
            new("new-photo-check-errors", "/photo-checks/new", "error", Press: "check-photo"),
            new("records", "/records", "records-find"),
            new("what-if", "/what-if", "what-if-plan"),
            new("new-session", "/sessions/new", "create-session"),
            new("new-session-errors", "/sessions/new", "error", Press: "create-session"),
            new("import", "/sessions/import", "import-template"),
            new("plans", "/plans", "plan-open"),
            new("plan", plan!, "plan-save"),
            new("plan-errors", "/plans/new", "error", Press: "plan-save"),
            new("results", "/admin/results", "results"),
            new("charges", "/admin/charges", "day-totals"),
            new("reconciliation", "/admin/reconciliation", "discrepancy"),
            new("months", "/admin/months", "month-open"),
            new("statement", month, "proof-result", Press: "proof-run"),
            new("prices", "/admin/prices", "price-list-open"),
            new("price-list", prices, "price-list-save"),
            new("budgets", "/admin/budgets", "budget-row"),
            new("audit", "/admin/audit", "audit-verdict", Press: "audit-verify"),
            new("people", "/admin/people", "person-row"),
            new("person", person, "person-save", Press: "person-permissions"),
            new("keys", "/admin/keys", "key-make"),
            new("webhooks", "/admin/webhooks", "webhook-row"),
            new("webhook", endpoint, "delivery-panel", Press: "delivery-open"),
            new("alarms", "/alarms", "rule-form", Press: "rule-change"),
            new("settings", "/admin/settings", "setting-row"),
            new("sign-in", "/sign-in", "passkey-sign-in"),
            new("account", "/account", "account-title"),
            new("privacy", "/admin/privacy", "assess-form", Press: "assess-open"),
            new("retention", "/admin/retention", "retention-form", Press: "retention-open"),
            new("notices", "/admin/notices", "notice-form"),
        ];
    }

    public Task DisposeAsync() => portal.DisposeAsync();

    public void Dispose() => portal.Dispose();

    private async Task FillAsync(IPage page)
    {
        await new OperatorDriver(page, Address).OpenAsync();
        await page.GetByTestId("demo-fill").ClickAsync();
        await Assertions.Expect(page.GetByTestId("demo-done")).ToBeVisibleAsync(new() { Timeout = 180_000 });
    }

    /// <summary>An administrator sets a cap, notes a package and keeps a price list; answers the address of that.</summary>
    private async Task<string> BudgetedAsync(IPage page)
    {
        var console = new OperatorDriver(page, Address);
        await console.OpenAsync();
        await console.ActAsAsync("Administrator");
        await page.GotoAsync($"{Address}admin/budgets");
        await page.GetByTestId("budget-set").ClickAsync();
        await Assertions.Expect(page.GetByTestId("budget-row")).ToBeVisibleAsync();
        await page.GetByTestId("package-add").ClickAsync();
        await Assertions.Expect(page.GetByTestId("package")).ToBeVisibleAsync();
        await page.GotoAsync($"{Address}admin/prices/new");
        await page.GetByTestId("price-list-name").FillAsync("2026");
        await page.GetByTestId("price-list-save").ClickAsync();
        return (await page.GetByTestId("price-list-open").First.GetAttributeAsync("href"))!;
    }

    /// <summary>Somebody who is to hear of sessions, and does not answer; answers the address of their log.</summary>
    private async Task<string> ToldAsync(IPage page)
    {
        await page.GotoAsync($"{Address}admin/webhooks");
        await page.GetByTestId("webhook-url").FillAsync("http://127.0.0.1:9/hook");
        await page.GetByTestId("webhook-save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("webhook-row")).ToBeVisibleAsync();
        await page.GetByTestId("webhook-test").ClickAsync();
        return (await page.GetByTestId("webhook-open").First.GetAttributeAsync("href"))!;
    }

    private async Task<Guid> WentThroughAsync(IPage page)
    {
        var (id, link) = await portal.InviteAsync();
        var person = new EndUserDriver(page);
        await person.AgreeAsync(link);
        var (token, wayBack) = await person.AtTheVendorAsync(portal.Process.Sandbox);
        await portal.Sandbox.CompleteAsync(token);
        await page.GotoAsync(wayBack);
        await person.SeesAsync("Passed");
        return id;
    }

    private async Task<string> CheckedPhotoAsync(IPage page, params string[] vendors)
    {
        await new OperatorDriver(page, Address).OpenAsync("photo-checks/new");
        var checking = new PhotoCheckDriver(page);
        await checking.FillAsync("测试score65");
        await checking.ChooseFileAsync(1600, 1200);
        await checking.ChooseVendorsAsync(vendors);
        return await checking.CheckAsync();
    }

    private async Task<Guid> AskedForOtherWayAsync(IPage page)
    {
        var (id, link) = await portal.InviteAsync();
        await page.GotoAsync(link);
        await page.GotoAsync($"{Address}verify/other-way");
        await page.GetByTestId("other-way-ask").ClickAsync();
        await Assertions.Expect(page.GetByTestId("other-way-noted")).ToBeVisibleAsync();
        return id;
    }
}
