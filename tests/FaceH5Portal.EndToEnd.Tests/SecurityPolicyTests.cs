using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>The real pages in a real browser under their real headers: it has nothing to refuse, and asks nobody else.</summary>
[Collection(BrowserTests.Name)]
public sealed class SecurityPolicyTests(Chromium chromium) : IAsyncLifetime
{
    private PortalProcess portal = null!;
    private IBrowserContext context = null!;
    private BrowserComplaints complaints = null!;
    private OperatorDriver console = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalProcess.StartAsync();
        context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", Permissions = ["camera"] });
        complaints = new BrowserComplaints(context, portal.Address, portal.Sandbox);
        console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await console.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task The_form_leads_to_the_vendor_and_back_and_no_policy_stands_in_the_way()
    {
        var link = await console.CreateSessionAsync("测试甲", "110101199003070011");
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAndStartAsync(link);
        Assert.Equal(portal.Sandbox.Authority, new Uri(person.Page.Url).Authority);
        await person.ShowFaceAsync();
        await person.Find("capture-finish").ClickAsync();
        await person.SeesAsync("Passed");
        await console.SeesStatusAsync("Passed");
        await console.ShowPicturesAsync();
        await Expect(console.Find("image-face")).ToBeVisibleAsync();
        Assert.True(await console.Find("image-face").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 100)"));
        Assert.Empty(complaints.Said);
        Assert.Equal([portal.Sandbox.Authority], complaints.Others.Keys);
    }

    [Fact]
    public async Task The_recording_plays_on_the_page_of_its_session()
    {
        await console.ClickAsync("home-new-session");
        await console.ChoosePlanAsync("1006 · 权威库 · 指定用户 · 录制视频");
        await console.FillIdentityAsync("测试甲", "110101199003070011");
        await console.ClickAsync("create-session");
        await Expect(console.Find("session-link")).ToBeVisibleAsync();
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAsync((await console.Find("session-link").GetAttributeAsync("href"))!);
        var (token, wayBack) = await person.AtTheVendorAsync(portal.Sandbox);
        using var sandbox = new SandboxControl(portal.Sandbox);
        await sandbox.CompleteAsync(token);
        await person.Page.GotoAsync(wayBack);
        await person.SeesAsync("Passed");
        await console.ShowPicturesAsync();
        await Expect(console.Find("evidence-video")).ToBeVisibleAsync();
        Assert.True(await console.Find("evidence-video").EvaluateAsync<bool>(
            "video => video.readyState >= 1 || new Promise(done => { video.onloadedmetadata = () => done(true); video.onerror = () => done(false); if (video.error) done(false); })"));
        Assert.Empty(complaints.Said);
    }

    [Fact]
    public async Task No_page_asks_for_anything_that_its_policy_refuses()
    {
        await console.ActAsAsync("Administrator");
        await console.OpenAsync();
        var link = new Uri(await console.CreateSessionAsync("测试乙", "110101199003070011")).AbsolutePath;
        var session = new Uri(console.Page.Url).AbsolutePath;
        string[] pages =
        [
            "/", "/sessions", "/sessions/new", session, "/plans", "/plans/new", "/admin/results", "/admin/charges",
            "/reviews", "/photo-checks", "/photo-checks/new", "/records", "/what-if", "/admin/people", "/admin/keys", "/admin/webhooks", "/alarms", "/admin/settings", "/sign-in", "/sign-in/code", "/account", "/account/password",
            link, "/verify", "/broken", "/not-found", "/r/fh5_forgedforgedforged0001",
        ];
        foreach (var path in pages)
        {
            await console.Page.GotoAsync(new Uri(portal.Address, path).ToString());
            await Expect(console.Page.Locator("h1")).ToBeVisibleAsync();
            Assert.True(await console.Page.EvaluateAsync<bool>("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0) && document.styleSheets.length > 0"), path);
        }
        Assert.Empty(complaints.Said);
        Assert.Empty(complaints.Others);
    }

    [Fact]
    public async Task The_check_sees_what_a_policy_refuses()
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(portal.Address, "/r/fh5_forgedforgedforged0001").ToString());
        await RefusesAsync(page, "script-src", "() => { const script = document.createElement('script'); script.textContent = 'document.title = 1'; document.body.append(script); }");
        await RefusesAsync(page, "form-action", "() => { const form = document.createElement('form'); form.method = 'post'; form.action = 'https://evil.example/'; document.body.append(form); form.submit(); }");
        Assert.Equal(2, complaints.Said.Count());
        Assert.Empty(complaints.Others);
    }

    private static Task<IConsoleMessage> RefusesAsync(IPage page, string rule, string script) => page.Context.RunAndWaitForConsoleMessageAsync(
        () => page.EvaluateAsync(script), new() { Predicate = message => message.Text.Contains(rule, StringComparison.Ordinal) });
}
