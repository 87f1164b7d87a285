using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Admin;
using FaceH5Portal.Web.Pages.Operator;

namespace FaceH5Portal.Web.Tests.Charging;

public sealed class BudgetsPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_cap_is_set_seen_used_up_and_removed()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<BudgetsPage>();
        page.WaitForElement("[data-testid=budgets-empty]");
        page.Find("[data-testid=budget-most]").Change("1");
        page.Find("[data-testid=budget-set]").Click();
        page.WaitForAssertion(() => Assert.Equal("0 of 1", page.Find("[data-testid=budget-used]").TextContent));
        Assert.True((await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
        page.WaitForAssertion(() => Assert.Equal("Used up", page.Find("[data-testid=budget-spent]").TextContent));
        page.Find("[data-testid=budget-remove]").Click();
        page.WaitForElement("[data-testid=budgets-empty]");
    }

    [Fact]
    public async Task A_number_that_means_nothing_is_told_and_kept()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<BudgetsPage>();
        page.WaitForElement("[data-testid=budget-form]");
        page.Find("[data-testid=budget-most]").Change("-3");
        page.Find("[data-testid=budget-set]").Click();
        page.WaitForAssertion(() => Assert.Equal("number-out-of-range", page.Find("[data-testid=error]").GetAttribute("data-code")));
        Assert.Equal("-3", page.Find("[data-testid=budget-most]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_cap_of_money_is_told_in_yuan()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<BudgetsPage>();
        page.WaitForElement("[data-testid=budget-unit]").Change("Money");
        page.Find("[data-testid=budget-most]").Change("12.5");
        page.Find("[data-testid=budget-set]").Click();
        page.WaitForAssertion(() => Assert.Equal("¥0.00 of ¥12.50", page.Find("[data-testid=budget-used]").TextContent));
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        page.WaitForAssertion(() => Assert.Equal("¥0.80 of ¥12.50", page.Find("[data-testid=budget-used]").TextContent));
    }

    [Fact]
    public async Task A_package_is_noted_foretold_and_removed()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<BudgetsPage>();
        page.WaitForElement("[data-testid=packages-empty]");
        page.Find("[data-testid=package-units]").Change("3");
        page.Find("[data-testid=package-add]").Click();
        page.WaitForAssertion(() => Assert.Equal("3 of 3", page.Find("[data-testid=package-left]").TextContent));
        Assert.Equal("Lasts longer than can be foretold", page.Find("[data-testid=package-forecast]").TextContent);
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        page.WaitForAssertion(() => Assert.Equal("2 of 3", page.Find("[data-testid=package-left]").TextContent));
        page.Find("[data-testid=package-remove]").Click();
        page.WaitForElement("[data-testid=packages-empty]");
    }

    [Fact]
    public async Task A_package_that_ends_before_it_begins_is_told()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<BudgetsPage>();
        page.WaitForElement("[data-testid=package-until]").Change("2020-01-01");
        page.Find("[data-testid=package-add]").Click();
        page.WaitForAssertion(() => Assert.Equal("package-days", page.Find("[data-testid=error]").GetAttribute("data-code")));
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Auditor)]
    public async Task Who_does_not_manage_money_sees_the_caps_and_no_form(Role role)
    {
        await using var context = new ConsoleContext(portal, role);
        var page = context.Render<BudgetsPage>();
        page.WaitForElement("[data-testid=budgets-empty]");
        Assert.Empty(page.FindAll("[data-testid=budget-form], [data-testid=package-form]"));
    }

    [Fact]
    public async Task The_operator_reads_in_the_session_why_nobody_was_asked()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<BudgetsPage>();
        page.WaitForElement("[data-testid=budget-most]").Change("0");
        page.Find("[data-testid=budget-set]").Click();
        page.WaitForElement("[data-testid=budget-row]");
        var refused = await SessionDriver.CreateAsync(portal);
        Assert.False((await refused.TryStartAsync()).Ok);
        var session = context.Render<SessionPage>(parameters => parameters.Add(p => p.Id, refused.Id));
        session.WaitForAssertion(() => Assert.Contains("A budget is used up", session.Find("[data-testid=timeline-entry][data-kind=LaunchFailed]").TextContent, StringComparison.Ordinal));
    }
}
