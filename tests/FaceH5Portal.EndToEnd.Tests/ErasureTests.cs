using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>An administrator erases a person whose session is done and who is in the middle of another.</summary>
[Collection(BrowserTests.Name)]
public sealed class ErasureTests(Chromium chromium) : IAsyncLifetime
{
    private const string Number = "110101199003070011";

    private PortalProcess portal = null!;
    private IBrowserContext context = null!;
    private OperatorDriver console = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalProcess.StartAsync();
        context = await chromium.WithCamera.NewContextAsync(new()
        {
            Locale = "en",
            Permissions = ["camera"],
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
        });
        console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await console.OpenAsync();
        await console.ActAsAsync("Administrator");
        await console.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Both_sessions_of_an_erased_person_are_redacted_and_the_one_under_way_is_over()
    {
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAndStartAsync(await console.CreateSessionAsync("测试甲", Number));
        await person.ShowFaceAsync();
        await person.Find("capture-finish").ClickAsync();
        await console.SeesStatusAsync("Passed");
        var passed = console.Page.Url;
        await console.OpenAsync();
        var link = await console.CreateSessionAsync("测试甲", Number);
        await person.AgreeAndStartAsync(link);
        await console.SeesStatusAsync("Capturing");

        await console.ClickAsync("session-erase");
        await Expect(console.Find("erase-scope")).ToHaveAttributeAsync("data-sessions", "2");
        await Expect(console.Find("erase-scope")).ToHaveAttributeAsync("data-running", "1");
        await console.ClickAsync("erase-confirm");
        await Expect(console.Find("error")).ToHaveAttributeAsync("data-code", "reason-empty");
        await console.Find("erase-reason").FillAsync("Request 17 of 2 March");
        await console.ClickAsync("erase-confirm");

        await IsRedactedAsync("Cancelled");
        await console.Page.GotoAsync(passed);
        await IsRedactedAsync("Passed");
        await Expect(console.Find("charge-amount")).ToHaveTextAsync("¥0.80");
        await Expect(console.Find("image-face")).ToHaveCountAsync(0);
        var tooWide = await console.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        Assert.Equal(0, tooWide);
        await person.Page.GotoAsync(link);
        await person.SeesAsync("Cancelled");
        Assert.DoesNotContain(Number, portal.Log, StringComparison.Ordinal);
    }

    private async Task IsRedactedAsync(string status)
    {
        await Expect(console.Find("session-privacy")).ToHaveAttributeAsync("data-privacy", "Redacted", new() { Timeout = 20_000 });
        await console.SeesStatusAsync(status);
        await Expect(console.Find("session-person")).ToHaveTextAsync("(erased)");
        await Expect(console.Find("session-erase")).ToHaveCountAsync(0);
    }
}
