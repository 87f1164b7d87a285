using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Web.Pages.Operator;
using FaceH5Portal.Web.Tests.PhotoChecking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Web.Tests;

public sealed class HomeTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task An_empty_portal_teaches_the_first_steps()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Assert.Equal(3, page.FindAll("[data-testid=home-steps] li").Count);
        Assert.Empty(page.FindAll("[data-testid=home-today]"));
    }

    [Fact]
    public async Task Numbers_charts_and_their_tables_follow_what_happens()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        await CountAsync();
        page.WaitForAssertion(() => Assert.Equal("1", Text(page, "today-passed")));
        Assert.Equal(("1", "0", "0", "¥0.80"), (Text(page, "today-created"), Text(page, "today-failed"), Text(page, "today-open"), Text(page, "today-charges")));
        Assert.NotNull(page.Find("[data-testid=home-nothing-waits]"));
        var kinds = page.FindAll("[data-testid=chart]").Select(chart => chart.GetAttribute("data-kind"));
        Assert.Equal(["pass-rate", "time", "cost", "reasons"], kinds);
        var rate = page.Find("[data-kind=pass-rate]");
        Assert.StartsWith("Pass rate: 100.0 %", rate.QuerySelector("svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(30, rate.QuerySelectorAll("tbody tr").Length);
        Assert.Single(rate.QuerySelectorAll("rect.bar"));
        Assert.Equal("100.0 %", rate.QuerySelector("tbody tr:last-child td")!.TextContent);
        page.Find("[data-testid=trend-days]").Change("7");
        page.WaitForAssertion(() => Assert.Equal(7, page.Find("[data-kind=pass-rate]").QuerySelectorAll("tbody tr").Length));
    }

    [Fact]
    public async Task Reasons_stand_in_words_with_their_numbers_and_a_plan_narrows_the_charts()
    {
        var session = await SessionDriver.CreateAsync(portal, name: "测试223120");
        await session.GoThroughAsync();
        await CountAsync();
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Assert.Equal("LivenessFailed", page.Find("[data-testid=reason]").GetAttribute("data-outcome"));
        var other = page.FindAll("[data-testid=trend-plan] option").Single(option => option.TextContent.Contains("(1003)", StringComparison.Ordinal));
        page.Find("[data-testid=trend-plan]").Change(other.GetAttribute("value")!);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=reason]")));
        Assert.NotNull(page.Find("[data-testid=home-today]"));
    }

    [Fact]
    public async Task What_waits_leads_to_where_it_waits()
    {
        await portal.Sandbox.BreakAsync("result/detail", "http500", 1000);
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await portal.Sandbox.ControlAsync("script", new { verify_token = session.VerifyToken, attempts = new[] { new { code = 0, score = 93.5, risk_level = "1" } } });
        await session.CaptureAsync();
        await session.ComeBackAsync();
        portal.Advance(TimeSpan.FromHours(67));
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Assert.Equal("/reviews", page.Find("[data-testid=home-reviews]").GetAttribute("href"));
        Assert.Equal($"/sessions/{session.Id}", page.Find("[data-testid=home-debt-open]").GetAttribute("href"));
        Assert.Contains("urgent", page.FindAll("[data-testid=alarm]").Select(alarm => alarm.GetAttribute("data-kind")));
        Assert.Equal("alert", page.Find("[data-testid=home-alarms]").GetAttribute("role"));
    }

    [Fact]
    public async Task A_photo_check_of_unknown_end_stands_among_what_waits_and_leads_to_where_it_is_settled()
    {
        portal.Wire.LoseAnswersOf("verifyface/verifyEncry");
        var made = await PhotoDriver.CheckAsync(portal, "测试甲", PhotoVendor.Juhe);
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Assert.Equal($"/photo-checks/{made.CheckIds[0]}", page.Find("[data-testid=home-debts] [data-testid=home-unknown-check-open]").GetAttribute("href"));
        Assert.Contains("Juhe", page.Find("[data-testid=home-unknown-check]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Photo checks whose end is unknown: 1.", page.Find("[data-testid=home-debts] caption").TextContent);
        Assert.Empty(page.FindAll("[data-testid=home-nothing-waits], [data-testid=home-debt]"));
    }

    [Fact]
    public async Task A_deadline_that_comes_near_is_an_alarm_on_a_page_that_is_open_though_nothing_happens()
    {
        await portal.Sandbox.BreakAsync("result/detail", "http500", 1000);
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        var clock = new FakeTimeProvider(portal.Clock.GetUtcNow());
        await using var context = new ConsoleContext(portal);
        context.Services.AddSingleton<TimeProvider>(clock);
        var page = Show(context);
        var left = page.Find("[data-testid=home-debt] td:nth-child(3)").TextContent;
        Assert.Empty(page.FindAll("[data-kind=urgent]"));
        portal.Advance(TimeSpan.FromHours(67));
        clock.AdjustTime(portal.Clock.GetUtcNow());
        clock.Advance(TimeSpan.FromMinutes(1));
        page.WaitForElement("[data-kind=urgent]");
        Assert.NotEqual(left, page.Find("[data-testid=home-debt] td:nth-child(3)").TextContent);
    }

    [Fact]
    public async Task Who_may_not_see_money_sees_none()
    {
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        await CountAsync();
        await using var context = new ConsoleContext(portal, Role.Reviewer);
        var page = Show(context);
        Assert.Empty(page.FindAll("[data-testid=today-charges], [data-kind=cost]"));
        Assert.DoesNotContain("¥", page.Markup, StringComparison.Ordinal);
    }

    private Task<int> CountAsync() => portal.Get<OverviewPass>().RunAsync(CancellationToken.None);

    private static IRenderedComponent<Home> Show(ConsoleContext context)
    {
        var page = context.Render<Home>();
        page.WaitForElement("[data-testid=home-steps], [data-testid=home-today]");
        return page;
    }

    private static string Text(IRenderedComponent<Home> page, string testId) => page.Find($"[data-testid={testId}]").TextContent;
}
