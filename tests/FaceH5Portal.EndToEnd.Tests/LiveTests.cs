using System.Text.RegularExpressions;
using FaceH5Portal.EndToEnd.Tests.Support;
using FaceH5Portal.Sandbox;
using FaceH5Portal.TestKit;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>Live differs by settings alone: here they name a vendor that stands by itself.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class LiveTests(Chromium chromium)
{
    [Fact]
    public async Task A_live_portal_with_keys_takes_a_person_through_a_plan_of_its_own()
    {
        await using var vendor = await SandboxServer.StartAsync(new SandboxClock(TimeProvider.System), Directory.CreateTempSubdirectory("vendor-").FullName, TimeSpan.FromSeconds(1));
        var address = vendor.Address.ToString().TrimEnd('/');
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>
        {
            ["Vendors__Environment"] = "Live",
            ["Vendors__Baidu__ApiBaseUrl"] = address,
            ["Vendors__Baidu__PageBaseUrl"] = address,
            ["Vendors__Baidu__ApiKey"] = "sandbox-api-key",
            ["Vendors__Baidu__SecretKey"] = "sandbox-secret-key",
        });
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", Permissions = ["camera"] });
        var console = new OperatorDriver(await context.NewPageWithAuthenticatorAsync(), portal.Address);
        await BecomeFirstAdministratorAsync(console, portal);
        await CreatePlanAsync(console);
        await AssessAsync(console);

        await console.OpenAsync();
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAndStartAsync(await console.CreateSessionAsync("测试甲", "110101199003070011"));
        await person.ShowFaceAsync();
        await person.Find("capture-finish").ClickAsync();
        await console.SeesStatusAsync("Passed");
        await console.SeesAttemptAsync("Same person", "0", "¥1.20");
    }

    /// <summary>There is nobody to begin with: who reads the console of the first start becomes the administrator.</summary>
    private static async Task BecomeFirstAdministratorAsync(OperatorDriver console, PortalProcess portal)
    {
        await console.Page.GotoAsync(FirstLink().Match(portal.Log).Value);
        await console.Find("welcome-name").FillAsync("Ada");
        await console.Find("welcome-login").FillAsync("ada@house.example");
        await console.ClickAsync("welcome-enter");
        await console.ClickAsync("passkey-add");
        await Expect(console.Find("passkey-row")).ToHaveCountAsync(1);
        await console.ClickAsync("account-home");
    }

    /// <summary>Real people are verified by no plan whose impact nobody thought through.</summary>
    private static async Task AssessAsync(OperatorDriver console)
    {
        await console.OpenAsync("admin/privacy");
        await console.ClickAsync("assess-open");
        foreach (var part in new[] { "assess-necessity", "assess-risks", "assess-measures" })
            await console.Find(part).FillAsync("Thought through.");
        await console.ClickAsync("assess-save");
        await Expect(console.Find("assess-row")).ToHaveAttributeAsync("data-state", "Assess.Current");
    }

    private static async Task CreatePlanAsync(OperatorDriver console)
    {
        await console.ClickAsync("nav-plans");
        await console.ClickAsync("new-plan");
        await console.Find("plan-name").FillAsync("Account opening");
        await console.Find("plan-vendor-id").FillAsync("1001");
        await console.Find("plan-purpose").FillAsync("Opening an account");
        await console.Find("plan-price").FillAsync("1.2");
        await console.ClickAsync("plan-save");
        await Expect(console.Find("plan-open")).ToHaveTextAsync("Account opening");
    }

    [GeneratedRegex(@"http\S+/welcome/\S+")]
    private static partial Regex FirstLink();
}
