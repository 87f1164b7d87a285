using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

public sealed class HarvestDeskTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("admin-1", "Admin", Role.Administrator);

    private PortalHarness portal = null!;

    private HarvestDesk Desk => portal.Get<HarvestDesk>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task An_unreadable_answer_sets_its_session_apart_until_somebody_tries_again()
    {
        await portal.Sandbox.BreakAsync("result/getall", "malformed", 5);
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        await session.ReturnAsync();
        for (var minute = 0; minute < 30; minute++)
        {
            await portal.SweepAsync();
            portal.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(5, await portal.Sandbox.CallsOfAsync("result/getall"));
        Assert.Equal(SessionStatus.Confirming, await session.StatusAsync());
        Assert.Equal(SessionStatus.Passed, (await (await SessionDriver.CreateAsync(portal)).GoThroughAsync()).Row.Status);

        Assert.True((await Desk.RetryAsync(SessionDriver.Operator, session.Id, CancellationToken.None)).Ok);
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Passed, await session.StatusAsync());
    }

    [Fact]
    public async Task An_item_is_given_up_by_name_and_with_a_reason_only()
    {
        await portal.Sandbox.BreakAsync("result/detail", "http500", 1000);
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        var item = (await ItemsAsync(session)).Single(row => row.State == HarvestItemState.Owed);
        Assert.Equal("text-required", (await Desk.CloseAsync(Administrator, item.Id, "  ", CancellationToken.None)).Errors[0].Code);
        Assert.Equal("access-denied", (await Desk.CloseAsync(SessionDriver.Operator, item.Id, "gone", CancellationToken.None)).Errors[0].Code);
        Assert.True((await Desk.CloseAsync(Administrator, item.Id, "The vendor confirmed the loss", CancellationToken.None)).Ok);
        Assert.Equal("item-already-settled", (await Desk.CloseAsync(Administrator, item.Id, "again", CancellationToken.None)).Errors[0].Code);
        var closed = (await ItemsAsync(session)).Single(row => row.Id == item.Id);
        Assert.Equal((HarvestItemState.Lost, "admin-1", "The vendor confirmed the loss"), (closed.State, closed.ClosedBy, closed.ClosedReason));
        Assert.Equal(HarvestState.Lost, (await session.SeeAsync()).Harvest);
    }

    [Fact]
    public async Task A_verdict_that_could_not_be_had_is_answered_for_once()
    {
        await portal.Sandbox.BreakAsync("result/getall", "http500", 100_000);
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        await session.ReturnAsync();
        for (var step = 0; step < 85; step++)
        {
            await portal.SweepAsync();
            portal.Advance(TimeSpan.FromHours(1));
        }
        Assert.Equal(SessionStatus.Unresolved, await session.StatusAsync());
        Assert.True((await Desk.ResolveAsync(Administrator, session.Id, "Vendor outage of 80 hours", CancellationToken.None)).Ok);
        Assert.Equal("session-not-unresolved", (await Desk.ResolveAsync(Administrator, session.Id, "again", CancellationToken.None)).Errors[0].Code);
        Assert.Equal(HarvestState.Lost, (await session.SeeAsync()).Harvest);
    }

    [Fact]
    public async Task Who_takes_the_risk_has_the_vendor_asked_at_once()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        Assert.True((await Desk.AskNowAsync(SessionDriver.Operator, session.Id, CancellationToken.None)).Ok);
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Passed, await session.StatusAsync());
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 4)]
    public async Task An_abandoned_session_costs_few_questions(bool probes, int questions)
    {
        var plans = portal.Get<PlanService>();
        if (probes)
        {
            var plan = (await plans.ListAsync(Administrator, CancellationToken.None)).Value.Single(p => p.Terms.VendorPlanId == "1001");
            Assert.True((await plans.ChangeAsync(Administrator, plan.Id, plan.Version, plan.Terms with { EarlyProbes = true }, CancellationToken.None)).Ok);
        }
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        for (var minute = 0; minute < 180; minute++)
        {
            portal.Advance(TimeSpan.FromMinutes(1));
            await portal.SweepAsync();
        }
        Assert.Equal(questions, await portal.Sandbox.QuestionsAsync());
        Assert.Equal(SessionStatus.AwaitingUser, await session.StatusAsync());
    }

    private async Task<IReadOnlyList<HarvestRow>> ItemsAsync(SessionDriver session) =>
        (await portal.Get<HarvestQueries>().ListAsync(Administrator, session.Id, CancellationToken.None)).Value;
}
