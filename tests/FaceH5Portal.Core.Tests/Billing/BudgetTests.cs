using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Budgets;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Billing;

public sealed class BudgetTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Beyond_the_cap_nobody_is_launched_and_the_vendor_is_not_asked()
    {
        await CapAsync(BudgetScope.Everything, BudgetPeriod.Day, 2);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.True((await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
        var calls = await portal.Sandbox.CallsOfAsync("verifyToken/generate");
        var refused = await SessionDriver.CreateAsync(portal);
        Assert.Equal("budget-spent", (await refused.TryStartAsync()).Errors[0].Code);
        Assert.Equal(calls, await portal.Sandbox.CallsOfAsync("verifyToken/generate"));
        Assert.Equal("budget-spent", (await refused.SeeAsync()).Timeline.Single(entry => entry.Kind == TimelineKind.LaunchFailed).Detail);
        Assert.Equal(SessionStatus.AwaitingUser, await refused.StatusAsync());
    }

    [Fact]
    public async Task Of_a_thousand_launches_at_once_exactly_as_many_get_through_as_the_cap_says()
    {
        await CapAsync(BudgetScope.Everything, BudgetPeriod.Day, 100);
        var sessions = new List<SessionDriver>();
        foreach (var _ in Enumerable.Range(0, 1000))
            sessions.Add(await SessionDriver.CreateAsync(portal));
        var launched = await Task.WhenAll(sessions.Select(session => Task.Run(session.TryStartAsync)));
        Assert.Equal((100, 900), (launched.Count(page => page.Ok), launched.Count(page => !page.Ok && page.Errors[0].Code == "budget-spent")));
        Assert.Equal((100, 100), (await TokensAsync(), await portal.Sandbox.CallsOfAsync("verifyToken/generate")));
    }

    [Fact]
    public async Task A_launch_that_the_vendor_refuses_uses_nothing_up()
    {
        await CapAsync(BudgetScope.Everything, BudgetPeriod.Day, 1);
        portal.Wire.LoseAnswersOf("verifyToken/generate");
        var session = await SessionDriver.CreateAsync(portal);
        Assert.Equal("vendor-unavailable", (await session.TryStartAsync()).Errors[0].Code);
        portal.Wire.Mend();
        Assert.True((await session.TryStartAsync()).Ok);
        Assert.Equal("budget-spent", (await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Errors[0].Code);
    }

    [Fact]
    public async Task Who_is_sent_to_the_same_page_again_uses_nothing_up()
    {
        await CapAsync(BudgetScope.Everything, BudgetPeriod.Day, 1);
        var session = await SessionDriver.CreateAsync(portal);
        Assert.Equal((await session.TryStartAsync()).Value, (await session.TryStartAsync()).Value);
    }

    [Theory]
    [InlineData(BudgetPeriod.Day, 14, true)]
    [InlineData(BudgetPeriod.Day, 13, false)]
    [InlineData(BudgetPeriod.Month, 14, false)]
    [InlineData(BudgetPeriod.Month, 31 * 24, true)]
    public async Task A_period_ends_at_midnight_in_Beijing(BudgetPeriod period, int hours, bool isOpen)
    {
        await CapAsync(BudgetScope.Everything, period, 1);
        Assert.True((await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
        // It is ten in the morning of the first there.
        portal.Advance(TimeSpan.FromHours(hours));
        Assert.Equal(isOpen, (await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
    }

    [Fact]
    public async Task A_cap_of_one_plan_leaves_the_others_alone()
    {
        var plan = (await portal.Get<PlanService>().ListAsync(Administrator, CancellationToken.None)).Value.Single(p => p.Terms.VendorPlanId == "1001");
        await CapAsync(BudgetScope.Plan, BudgetPeriod.Day, 0, plan.Id);
        Assert.Equal("budget-spent", (await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Errors[0].Code);
        Assert.True((await (await SessionDriver.CreateAsync(portal, "1007")).TryStartAsync()).Ok);
    }

    [Fact]
    public async Task A_cap_of_each_person_counts_all_their_sessions()
    {
        await CapAsync(BudgetScope.EachPerson, BudgetPeriod.Day, 1);
        Assert.True((await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
        Assert.Equal("budget-spent", (await (await SessionDriver.CreateAsync(portal, "1007")).TryStartAsync()).Errors[0].Code);
        // Nobody knows yet who they are, so they are somebody else.
        Assert.True((await (await SessionDriver.CreateAsync(portal, "1005")).TryStartAsync()).Ok);
    }

    [Theory]
    [InlineData(BudgetScope.Everything)]
    [InlineData(BudgetScope.EachPerson)]
    public async Task A_cap_set_at_noon_knows_of_the_morning(BudgetScope scope)
    {
        Assert.True((await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
        await CapAsync(scope, BudgetPeriod.Day, 1);
        Assert.Equal("budget-spent", (await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Errors[0].Code);
    }

    [Fact]
    public async Task A_cap_is_raised_lowered_and_removed_at_once()
    {
        var cap = await CapAsync(BudgetScope.Everything, BudgetPeriod.Day, 0);
        Assert.False((await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
        Assert.Equal(cap, await CapAsync(BudgetScope.Everything, BudgetPeriod.Day, 1));
        Assert.True((await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
        Assert.Equal([(1, 1)], (await Desk.ListAsync(Administrator, CancellationToken.None)).Value.Select(view => (view.Cap.Most, view.Used)));
        Assert.False((await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
        Assert.True((await Desk.RemoveAsync(Administrator, cap, CancellationToken.None)).Ok);
        Assert.True((await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
        Assert.Equal("not-found", (await Desk.RemoveAsync(Administrator, cap, CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task What_a_killed_process_held_is_given_back_at_the_next_start()
    {
        await CapAsync(BudgetScope.Everything, BudgetPeriod.Day, 1);
        var session = await SessionDriver.CreateAsync(portal);
        await using (var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None))
        {
            var one = await db.Set<VerificationSession>().SingleAsync();
            var subject = await db.Set<Subject>().SingleAsync();
            // The process ends here: it took room, and no token came of it.
            Assert.True((await portal.Get<ILaunchGate>().TakeAsync(one, subject, CancellationToken.None)).Ok);
        }
        Assert.False((await session.TryStartAsync()).Ok);
        await portal.Services.GetServices<IOpeningStep>().OfType<DeadPermits>().Single().RunAsync(CancellationToken.None);
        Assert.True((await session.TryStartAsync()).Ok);
        Assert.False((await (await SessionDriver.CreateAsync(portal)).TryStartAsync()).Ok);
    }

    [Fact]
    public async Task Nothing_of_an_erased_persons_launches_is_left()
    {
        await CapAsync(BudgetScope.EachPerson, BudgetPeriod.Day, 5);
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        Assert.Equal(1, await UsesAsync());
        Assert.True((await portal.Get<PersonErasure>().EraseAsync(Administrator, session.Id, "on request", null, CancellationToken.None)).Ok);
        Assert.Equal(0, await UsesAsync());
    }

    [Theory]
    [InlineData(-1, BudgetScope.Everything, "number-out-of-range")]
    [InlineData(1, BudgetScope.Plan, "plan-unknown")]
    public async Task A_cap_that_means_nothing_is_refused(int most, BudgetScope scope, string code) => Assert.Equal(code,
        (await Desk.SetAsync(Administrator, new NewCap(scope, Guid.NewGuid(), BudgetPeriod.Day, most), CancellationToken.None)).Errors[0].Code);

    private BudgetDesk Desk => portal.Get<BudgetDesk>();

    private async Task<Guid> CapAsync(BudgetScope scope, BudgetPeriod period, int most, Guid? planId = null) =>
        (await Desk.SetAsync(Administrator, new NewCap(scope, planId, period, most), CancellationToken.None)).Value;

    private async Task<int> TokensAsync()
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<VerifyToken>().CountAsync();
    }

    private async Task<int> UsesAsync()
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<BudgetUse>().CountAsync();
    }
}
