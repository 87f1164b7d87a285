using AngleSharp.Dom;
using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Admin;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Charging;

public sealed class ChargesPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Reviewer)]
    public async Task Who_may_not_audit_charges_is_told_so_and_sees_no_sum(Role role)
    {
        await using var context = new ConsoleContext(portal, role);
        var page = context.Render<ChargesPage>();
        page.WaitForAssertion(() => Assert.Equal("access-denied", Find(page, "error").GetAttribute("data-code")));
        Assert.Empty(page.FindAll("[data-testid=charges-sum], [data-testid=charge]"));
    }

    [Fact]
    public async Task A_month_is_summed_by_day_type_plan_and_cost_centre_and_every_sum_leads_to_its_entries()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = Show(context);
        Assert.Equal("1 charged calls, ¥0.80", Find(page, "charges-sum").TextContent);
        foreach (var sum in new[] { "day-totals", "type-totals", "plan-totals", "centre-totals" })
            Assert.Equal("¥0.80", Find(page, sum).QuerySelector("[data-testid=sum-amount]")!.TextContent);
        Go(context, Find(page, "type-totals").QuerySelector("a")!.GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-testid=charges-all]")));
        Assert.Single(page.FindAll("[data-testid=charge]"));
        Go(context, "/admin/charges?type=Ocr");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-testid=charges-empty]")));
    }

    [Fact]
    public async Task What_a_look_before_the_launch_would_have_spared_is_summed_by_its_cause()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = Show(context);
        Assert.Empty(page.FindAll("[data-testid=avoidable-totals]"));
        await (await SessionDriver.CreateAsync(portal, number: "110101199003070012")).GoThroughAsync();
        page.WaitForAssertion(() => Assert.Equal("The identity had a fault that a check shows", Find(page, "avoidable-totals").QuerySelector("[data-testid=sum-open]")!.TextContent));
        Go(context, Find(page, "avoidable-totals").QuerySelector("a")!.GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-testid=charges-all]")));
        Assert.Single(page.FindAll("[data-testid=charge]"));
    }

    [Theory]
    [InlineData("?month=2020-13&day=x&plan=y&type=9&at=1.2.3")]
    [InlineData("?at=99999999999999999999.00000000000000000000000000000000&centre=%00")]
    public async Task An_address_that_nobody_meant_breaks_nothing(string query)
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        Go(context, "/admin/charges" + query);
        Assert.NotEmpty(Show(context).FindAll("[data-testid=charges-sum]"));
    }

    [Fact]
    public async Task An_auditor_has_no_way_to_reverse()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        Assert.Empty(Show(context).FindAll("[data-testid=charge-amend]"));
    }

    [Fact]
    public async Task An_administrator_reverses_an_entry_with_a_reason_and_both_stay_to_be_seen()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context);
        Find(page, "charge-amend").Click();
        Find(page, "amend-save").Click();
        page.WaitForAssertion(() => Assert.Equal("text-required", Find(page, "error").GetAttribute("data-code")));
        Find(page, "amend-reason").Change("The vendor took it back");
        Find(page, "amend-save").Click();
        page.WaitForAssertion(() => Assert.Equal("0 charged calls, ¥0.00", Find(page, "charges-sum").TextContent));
        Assert.Equal(2, page.FindAll("[data-testid=charge]").Count);
        Assert.Contains("The vendor took it back", Find(page, "charge-amended").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=charge-amend], [data-testid=amend]"));
    }

    [Fact]
    public async Task An_administrator_corrects_a_price()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context);
        Find(page, "charge-amend").Click();
        Find(page, "amend-correct").Change(true);
        Find(page, "amend-price").Change("0.75");
        Find(page, "amend-reason").Change("As billed");
        Find(page, "amend-save").Click();
        page.WaitForAssertion(() => Assert.Equal("1 charged calls, ¥0.75", Find(page, "charges-sum").TextContent));
        Assert.Equal(3, page.FindAll("[data-testid=charge]").Count);
        Assert.Single(page.FindAll("[data-testid=charge-amend]"));
    }

    private static IRenderedComponent<ChargesPage> Show(ConsoleContext context)
    {
        var page = context.Render<ChargesPage>();
        page.WaitForElement("[data-testid=charges-sum]");
        return page;
    }

    private static void Go(ConsoleContext context, string address) => context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private static IElement Find(IRenderedComponent<ChargesPage> page, string testId) => page.Find($"[data-testid={testId}]");
}
