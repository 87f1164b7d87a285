using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Checking;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.Operator;
using MudBlazor;

namespace FaceH5Portal.Web.Tests;

public sealed class SetUpPanelTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task An_administrator_checks_a_plan_and_reads_what_to_do_in_the_vendors_console()
    {
        var plan = await MakeAsync("9999");
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<PlanPage>(parameters => parameters.Add(p => p.Id, plan));
        page.WaitForElement("[data-testid=set-up-never]");
        page.Find("[data-testid=set-up-check]").Click();
        var finding = page.WaitForElement("[data-testid=set-up-finding][data-step=Plan]");
        Assert.Equal(("plan-unknown", "Wrong"), (finding.GetAttribute("data-code"), finding.GetAttribute("data-mark")));
        Assert.Contains("project's id", finding.TextContent, StringComparison.Ordinal);
        Assert.Contains("283435", finding.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_sees_the_last_check_and_has_no_button()
    {
        var plan = await MakeAsync("9999");
        await portal.Get<SetUpDesk>().CheckAsync(Administrator, plan, default);
        await using var context = new ConsoleContext(portal);
        var page = context.Render<PlanPage>(parameters => parameters.Add(p => p.Id, plan));
        Assert.Equal(5, page.WaitForElements("[data-testid=set-up-finding]").Count);
        Assert.Empty(page.FindAll("[data-testid=set-up-check]"));
    }

    [Fact]
    public async Task A_check_from_before_a_change_is_told_to_be_old_and_no_longer_marks_the_plan()
    {
        var plan = await MakeAsync("9999");
        await portal.Get<SetUpDesk>().CheckAsync(Administrator, plan, default);
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var list = context.Render<PlansPage>();
        Assert.Equal("Wrong", list.WaitForElement("[data-testid=plan-set-up]").GetAttribute("data-mark"));
        await portal.Get<PlanService>().ChangeAsync(Administrator, plan, 1, SandboxPlans.All[0], default);
        list.WaitForAssertion(() => Assert.Empty(list.FindAll("[data-testid=plan-set-up]")));
        var page = context.Render<PlanPage>(parameters => parameters.Add(p => p.Id, plan));
        Assert.Equal("alert", page.WaitForElement("[data-testid=set-up-stale]").GetAttribute("role"));
    }

    [Fact]
    public async Task Home_tells_of_a_plan_that_fails()
    {
        await portal.Get<SetUpDesk>().CheckAsync(Administrator, await MakeAsync("9999"), default);
        await using var context = new ConsoleContext(portal);
        var page = context.Render<Home>();
        Assert.Equal("/plans", page.WaitForElement("[data-testid=alarm][data-kind=set-up] a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(SetUpMark.Good, Color.Success)]
    [InlineData(SetUpMark.Wrong, Color.Error)]
    [InlineData(SetUpMark.Unknown, Color.Warning)]
    public void The_colour_says_what_was_found(SetUpMark mark, Color color) => Assert.Equal(color, SetUpDisplay.Of(mark).Color);

    [Fact]
    public void No_two_marks_look_alike_and_one_without_a_display_is_noticed()
    {
        Assert.Distinct(Enum.GetValues<SetUpMark>().Select(mark => SetUpDisplay.Of(mark).Icon));
        Assert.Throws<ArgumentOutOfRangeException>(() => SetUpDisplay.Of((SetUpMark)99));
    }

    private async Task<Guid> MakeAsync(string vendorPlan) =>
        (await portal.Get<PlanService>().CreateAsync(Administrator, SandboxPlans.All[0] with { VendorPlanId = vendorPlan }, default)).Value;
}
