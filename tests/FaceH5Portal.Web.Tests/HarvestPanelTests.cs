using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.Operator;

namespace FaceH5Portal.Web.Tests;

public sealed class HarvestPanelTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Everything_fetched_is_listed_with_its_deadline_and_nothing_is_left_to_press()
    {
        var session = await SessionDriver.CreateAsync(portal, "1006");
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, session.Id);
        var items = page.FindAll("[data-testid=harvest-item]");
        Assert.Equal(9, items.Count);
        Assert.All(items, item => Assert.Equal("Done", item.GetAttribute("data-state")));
        Assert.Empty(page.FindAll("[data-testid=harvest-retry], [data-testid=harvest-give-up]"));
        Assert.Single(page.FindAll("[data-testid=image][data-kind=Video]"));
    }

    [Fact]
    public async Task What_failed_says_why_and_is_tried_again_by_a_press()
    {
        await portal.Sandbox.BreakAsync("result/detail", "http500", 4);
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal);
        var page = Show(context, session.Id);
        var owed = page.Find("[data-testid=harvest-item][data-state=Owed]");
        Assert.Contains("http-500", owed.TextContent, StringComparison.Ordinal);
        await portal.Sandbox.ControlAsync("faults", new { clear = true });
        await page.Find("[data-testid=harvest-retry]").ClickAsync();
        await portal.SweepAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-state=Owed]")));
    }

    [Fact]
    public async Task Giving_up_asks_for_a_reason_and_shows_it()
    {
        await portal.Sandbox.BreakAsync("result/detail", "http500", 1000);
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, session.Id);
        page.Find("[data-testid=harvest-give-up]").Click();
        page.Find("[data-testid=harvest-confirm]").Click();
        page.WaitForAssertion(() => Assert.Equal("text-required", page.Find("[data-testid=error]").GetAttribute("data-code")));
        page.Find("[data-testid=harvest-reason]").Change("The vendor has lost it");
        page.Find("[data-testid=harvest-confirm]").Click();
        page.WaitForAssertion(() => Assert.Contains("The vendor has lost it", page.Find("[data-state=Lost]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_early_is_offered_with_its_warning_only_while_the_person_is_away()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await using var context = new ConsoleContext(portal);
        var page = Show(context, session.Id);
        Assert.Contains("would have to start again", page.Markup, StringComparison.Ordinal);
        await session.CaptureAsync();
        await page.Find("[data-testid=harvest-ask-now]").ClickAsync();
        await portal.SweepAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=harvest-ask-now]")));
    }

    [Fact]
    public void Every_state_of_an_item_looks_and_reads_its_own_way()
    {
        var displays = Enum.GetValues<HarvestItemState>().Select(HarvestDisplay.Of).ToList();
        Assert.Distinct(displays.Select(display => display.Icon));
        Assert.All(displays, display => Assert.Contains(display.TextKey, TextResources.Chinese.Keys));
        Assert.Throws<ArgumentOutOfRangeException>(() => HarvestDisplay.Of((HarvestItemState)99));
    }

    private static IRenderedComponent<SessionPage> Show(ConsoleContext context, Guid id) =>
        context.Render<SessionPage>(parameters => parameters.Add(page => page.Id, id));
}
