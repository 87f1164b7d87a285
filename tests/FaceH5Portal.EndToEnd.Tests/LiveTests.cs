using FaceH5Portal.EndToEnd.Tests.Support;
using FaceH5Portal.Sandbox;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>Live differs by settings alone: here they name a vendor that stands by itself.</summary>
[Collection(BrowserTests.Name)]
public sealed class LiveTests(Chromium chromium)
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
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await console.OpenAsync();
        await console.ActAsAsync("Administrator");
        await CreatePlanAsync(console);

        await console.OpenAsync();
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAndStartAsync(await console.CreateSessionAsync("测试甲", "110101199003070011"));
        await person.ShowFaceAsync();
        await person.Find("capture-finish").ClickAsync();
        await console.SeesStatusAsync("Passed");
        await console.SeesAttemptAsync("Same person", "0", "¥1.20");
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
        await Microsoft.Playwright.Assertions.Expect(console.Find("plan-open")).ToHaveTextAsync("Account opening");
    }
}
