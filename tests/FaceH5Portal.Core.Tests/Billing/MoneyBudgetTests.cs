using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Budgets;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Billing;

/// <summary>Caps of what launches may cost: a launch counts at its price until the vendor has told what it did cost.</summary>
public sealed class MoneyBudgetTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;
    private long price;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        price = (await PlanAsync("1001")).Terms.ComparisonPrice;
        Assert.True(price > 0);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Of_many_launches_at_once_exactly_as_many_get_through_as_the_money_is_enough_for()
    {
        await CapAsync(BudgetScope.Everything, (25 * price) + price - 1);
        var sessions = new List<SessionDriver>();
        foreach (var _ in Enumerable.Range(0, 200))
            sessions.Add(await SessionDriver.CreateAsync(portal));
        var launched = await Task.WhenAll(sessions.Select(session => Task.Run(session.TryStartAsync)));
        Assert.Equal((25, 175), (launched.Count(page => page.Ok), launched.Count(page => !page.Ok && page.Errors[0].Code == "budget-spent")));
        Assert.Equal(25 * price, await UsedAsync());
    }

    [Fact]
    public async Task What_was_charged_stays_spent()
    {
        await CapAsync(BudgetScope.Everything, price);
        Assert.Equal(SessionStatus.Passed, (await (await SessionDriver.CreateAsync(portal)).GoThroughAsync()).Row.Status);
        Assert.Equal(price, await UsedAsync());
        Assert.False(await StartsAsync());
    }

    [Fact]
    public async Task What_ended_without_a_charge_gives_its_money_back()
    {
        await CapAsync(BudgetScope.Everything, price);
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 223120 });
        Assert.Empty((await (await SessionDriver.CreateAsync(portal)).GoThroughAsync()).Charges);
        Assert.Equal(0, await UsedAsync());
        Assert.True(await StartsAsync());
    }

    [Fact]
    public async Task A_launch_that_the_vendor_refuses_costs_nothing()
    {
        await CapAsync(BudgetScope.Everything, price);
        portal.Wire.LoseAnswersOf("verifyToken/generate");
        Assert.False(await StartsAsync());
        portal.Wire.Mend();
        Assert.True(await StartsAsync());
        Assert.False(await StartsAsync());
    }

    [Fact]
    public async Task A_cap_set_at_noon_knows_what_the_morning_cost_and_what_is_still_open()
    {
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        await (await SessionDriver.CreateAsync(portal)).StartAsync();
        await CapAsync(BudgetScope.Everything, 3 * price);
        Assert.Equal(2 * price, await UsedAsync());
        Assert.True(await StartsAsync());
        Assert.False(await StartsAsync());
    }

    [Fact]
    public async Task A_launch_of_yesterday_that_may_be_charged_today_counts_today()
    {
        await CapAsync(BudgetScope.Everything, price);
        Assert.True(await StartsAsync());
        // It is ten in the morning there; a launch an hour before midnight is open an hour after it.
        portal.Advance(TimeSpan.FromHours(13));
        await portal.SweepAsync();
        Assert.True(await StartsAsync());
        portal.Advance(TimeSpan.FromHours(1.5));
        Assert.False(await StartsAsync());
    }

    [Fact]
    public async Task A_cap_of_each_person_counts_what_all_their_sessions_cost()
    {
        await CapAsync(BudgetScope.EachPerson, price);
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        Assert.False(await StartsAsync());
        Assert.False(await StartsAsync("1007"));
        Assert.True(await StartsAsync("1005"));
    }

    [Fact]
    public async Task A_cap_of_one_plan_leaves_the_others_alone()
    {
        await CapAsync(BudgetScope.Plan, price, (await PlanAsync("1001")).Id);
        Assert.True(await StartsAsync());
        Assert.False(await StartsAsync());
        Assert.True(await StartsAsync("1007"));
    }

    [Fact]
    public async Task A_launch_counts_at_the_price_in_force_and_with_the_certificate_it_has_read()
    {
        var today = ChinaDate.Today(portal.Clock);
        var list = await portal.Get<PriceDesk>().CreateAsync(Administrator, new PriceListTerms
        {
            Name = "合同价",
            Lines = [new(ChargeType.Verify, today, null, 1, null, 3000), new(ChargeType.Ocr, today, null, 1, null, 200)],
        }, CancellationToken.None);
        var plan = await PlanAsync("1002");
        Assert.True((await portal.Get<PlanService>().ChangeAsync(Administrator, plan.Id, plan.Version, plan.Terms with { PriceListId = list.Value }, CancellationToken.None)).Ok);
        await CapAsync(BudgetScope.Everything, 10_000);
        Assert.True(await StartsAsync("1002"));
        Assert.Equal(3200, await UsedAsync());
    }

    [Fact]
    public async Task What_a_killed_process_held_is_given_back_at_the_next_start()
    {
        await CapAsync(BudgetScope.Everything, price);
        _ = await SessionDriver.CreateAsync(portal);
        await using (var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None))
            Assert.True((await portal.Get<ILaunchGate>().TakeAsync(await db.Set<VerificationSession>().SingleAsync(), await db.Set<Subject>().SingleAsync(), CancellationToken.None)).Ok);
        Assert.False(await StartsAsync());
        await portal.Services.GetServices<IOpeningStep>().OfType<DeadPermits>().Single().RunAsync(CancellationToken.None);
        Assert.True(await StartsAsync());
    }

    [Fact]
    public async Task A_cap_of_launches_and_one_of_money_stand_beside_each_other()
    {
        await CapAsync(BudgetScope.Everything, 10 * price);
        Assert.True((await Desk.SetAsync(Administrator, new NewCap(BudgetScope.Everything, null, BudgetPeriod.Day, 1), CancellationToken.None)).Ok);
        Assert.True(await StartsAsync());
        Assert.False(await StartsAsync());
        // Refused by the one, it holds nothing of the other.
        Assert.Equal([price, 1L], (await Desk.ListAsync(Administrator, CancellationToken.None)).Value.Select(view => view.Used!.Value).OrderDescending());
    }

    private BudgetDesk Desk => portal.Get<BudgetDesk>();

    private async Task CapAsync(BudgetScope scope, long most, Guid? planId = null) => Assert.True(
        (await Desk.SetAsync(Administrator, new NewCap(scope, planId, BudgetPeriod.Day, most, BudgetUnit.Money), CancellationToken.None)).Ok);

    private async Task<long?> UsedAsync() => (await Desk.ListAsync(Administrator, CancellationToken.None)).Value.Single().Used;

    private async Task<bool> StartsAsync(string plan = "1001") => (await (await SessionDriver.CreateAsync(portal, plan)).TryStartAsync()).Ok;

    private async Task<Plan> PlanAsync(string number) =>
        (await portal.Get<PlanService>().ListAsync(Administrator, CancellationToken.None)).Value.Single(plan => plan.Terms.VendorPlanId == number);
}
