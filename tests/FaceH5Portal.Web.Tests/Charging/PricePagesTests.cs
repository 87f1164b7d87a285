using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Admin;
using FaceH5Portal.Web.Pages.Operator;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Charging;

public sealed class PricePagesTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_price_list_is_typed_and_kept()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context);
        page.Find("[data-testid=price-list-name]").Change("Contract 2026");
        page.Find("[data-testid=price-until-unit]").Change("1000");
        page.Find("[data-testid=price-add]").Click();
        page.FindAll("[data-testid=price-price]")[1].Change("0.7");
        page.Find("[data-testid=price-free][data-type=Verify]").Change("500");
        page.Find("[data-testid=price-list-save]").Click();
        page.WaitForAssertion(() => Assert.EndsWith("/admin/prices", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        var terms = Assert.Single(await ListsAsync()).Terms;
        Assert.Equal(("Contract 2026", new FreeUnits(ChargeType.Verify, 500)), (terms.Name, Assert.Single(terms.Free)));
        Assert.Equal([(1, (int?)1000, 8_000L), (1001, null, 7_000L)], terms.Lines.Select(line => (line.FromUnit, line.UntilUnit, line.UnitPrice)));
    }

    [Fact]
    public async Task A_gap_is_told_where_it_is_and_nothing_typed_is_lost()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context);
        page.Find("[data-testid=price-list-name]").Change("Contract 2026");
        page.Find("[data-testid=price-until-unit]").Change("1000");
        page.Find("[data-testid=price-list-save]").Click();
        page.WaitForAssertion(() => Assert.Contains("call 1001 has no price", page.Find("[data-testid=error]").TextContent, StringComparison.Ordinal));
        Assert.Equal("1000", page.Find("[data-testid=price-until-unit]").GetAttribute("value"));
        Assert.Empty(await ListsAsync());
    }

    [Theory]
    [InlineData(Role.Auditor, "price-list-read-only")]
    [InlineData(Role.Reviewer, "errors")]
    public async Task Who_may_not_manage_money_changes_no_price(Role role, string told)
    {
        var id = await KeepAsync();
        await using var context = new ConsoleContext(portal, role);
        var page = context.Render<PriceListPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForElement($"[data-testid={told}]");
        Assert.Empty(page.FindAll("[data-testid=price-list-save]"));
    }

    [Fact]
    public async Task The_list_says_what_is_in_force_today()
    {
        await KeepAsync();
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = context.Render<PricesPage>();
        page.WaitForAssertion(() => Assert.Contains("from call 1 of the month: ¥0.80", page.Find("[data-testid=price-list-row]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=new-price-list]"));
    }

    [Fact]
    public async Task A_plan_takes_a_price_list_in_place_of_its_own_prices()
    {
        var id = await KeepAsync();
        var plan = (await portal.Get<PlanService>().ListAsync(Administrator, CancellationToken.None)).Value[0];
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<PlanPage>(parameters => parameters.Add(p => p.Id, plan.Id));
        page.WaitForElement("[data-testid=plan-price-list]").Change(id.ToString());
        Assert.Empty(page.FindAll("[data-testid=plan-price]"));
        page.Find("[data-testid=plan-save]").Click();
        page.WaitForAssertion(() => Assert.EndsWith("/plans", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal(id, (await portal.Get<PlanService>().GetAsync(Administrator, plan.Id, CancellationToken.None)).Value.Terms.PriceListId);
        var refused = await portal.Get<PlanService>().ChangeAsync(Administrator, plan.Id, 2, plan.Terms with { PriceListId = Guid.NewGuid() }, CancellationToken.None);
        Assert.Equal("price-list-unknown", refused.Errors[0].Code);
    }

    private async Task<Guid> KeepAsync() => (await portal.Get<PriceDesk>().CreateAsync(Administrator, new PriceListTerms
    {
        Name = "Contract",
        Lines = [new PriceLine(ChargeType.Verify, new DateOnly(2020, 1, 1), null, 1, null, 8_000)],
    }, CancellationToken.None)).Value;

    private async Task<IReadOnlyList<PriceList>> ListsAsync() => (await portal.Get<PriceDesk>().ListAsync(Administrator, CancellationToken.None)).Value;

    private static IRenderedComponent<PriceListPage> Show(ConsoleContext context)
    {
        var page = context.Render<PriceListPage>();
        page.WaitForElement("[data-testid=price-list-form]");
        return page;
    }
}
