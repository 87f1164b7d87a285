using FaceH5Portal.Sandbox;
using FaceH5Portal.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxStart;

/// <summary>A sandbox that stands alone, and an integrator before its start page.</summary>
internal sealed class StartDesk : IAsyncDisposable
{
    private readonly List<string> faults = [];

    private StartDesk(SandboxServer sandbox, IBrowserContext context, IPage page) =>
        (Sandbox, Context, Page) = (sandbox, context, page);

    public SandboxServer Sandbox { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyList<string> Faults => faults;

    public static async Task<StartDesk> OpenAsync(IBrowser browser, BrowserNewContextOptions? options = null)
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxClock(TimeProvider.System), Directory.CreateTempSubdirectory("start-").FullName, TimeSpan.FromSeconds(1));
        var context = await browser.NewContextAsync(options ?? new() { Locale = "en", Permissions = ["camera"] });
        var desk = new StartDesk(sandbox, context, await context.NewPageAsync());
        desk.Page.PageError += (_, fault) => desk.faults.Add(fault);
        desk.Page.Console += (_, said) => { if (said.Type == "error") desk.faults.Add(said.Text); };
        await desk.Page.GotoAsync(sandbox.Address.AbsoluteUri);
        return desk;
    }

    public ILocator Find(string testId) => Page.GetByTestId(testId);

    /// <summary>Lines of the journal, newest first, by the end of their path.</summary>
    public ILocator Calls(string path) => Find("start-call").Filter(new() { HasText = path });

    public ILocator Switch(string name) => Page.Locator($"[data-switch={name}]").GetByTestId("start-switch-value");

    public async Task BeginAsync(string plan, string outcome = "")
    {
        await Find("start-plan").SelectOptionAsync(plan);
        await Find("start-outcome").SelectOptionAsync(outcome);
        await Find("start-try").ClickAsync();
    }

    public Task SeesVerdictAsync(bool passed) =>
        Expect(Find("start-verdict")).ToHaveAttributeAsync("data-outcome", passed ? "passed" : "failed");

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
