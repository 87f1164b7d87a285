using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;

namespace FaceH5Portal.Web.Tests;

public sealed class WhatIfPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        await (await SessionDriver.CreateAsync(portal, name: "测试223120")).GoThroughAsync();
        await portal.Get<OverviewPass>().RunAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Moving_the_threshold_moves_the_numbers_and_says_what_they_leave_out()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Assert.Equal(("1", "1", "0", "¥0.80"), (Text(page, "what-if-passes"), Text(page, "what-if-failures"), Text(page, "what-if-now-failing"), Text(page, "what-if-cost")));
        Assert.Equal("80", page.Find("[data-testid=what-if-number]").GetAttribute("value"));
        page.Find("[data-testid=what-if-slider]").Input("99.99");
        Assert.Equal(("0", "2", "1", "—"), (Text(page, "what-if-passes"), Text(page, "what-if-failures"), Text(page, "what-if-now-failing"), Text(page, "what-if-cost")));
        Assert.Equal("99.99", page.Find("[data-testid=what-if-number]").GetAttribute("value"));
        page.Find("[data-testid=what-if-number]").Change("0");
        Assert.Equal("1", Text(page, "what-if-passes"));
        Assert.StartsWith("1 sessions have no score", Text(page, "what-if-without-score"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_without_attempts_says_so_and_money_is_for_those_who_may_see_it()
    {
        await using var context = new ConsoleContext(portal, Role.Reviewer);
        var page = Show(context);
        Assert.Empty(page.FindAll("[data-testid=what-if-cost]"));
        page.Find("[data-testid=what-if-plan]").Change(page.FindAll("[data-testid=what-if-plan] option")[2].GetAttribute("value")!);
        page.WaitForElement("[data-testid=what-if-empty]");
    }

    private static IRenderedComponent<WhatIfPage> Show(ConsoleContext context)
    {
        var page = context.Render<WhatIfPage>();
        page.WaitForElement("[data-testid=what-if-result]");
        return page;
    }

    private static string Text(IRenderedComponent<WhatIfPage> page, string testId) => page.Find($"[data-testid={testId}]").TextContent;
}
