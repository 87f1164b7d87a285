using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Overview;

public sealed class WaitingTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private OverviewBench overview = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        overview = new OverviewBench(portal);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task An_empty_portal_waits_for_nobody()
    {
        var waiting = await overview.WaitingAsync();
        Assert.Equal((0, 0, 0, false), (waiting.Open.Number, waiting.Reviews.Number, waiting.Owed.Number, waiting.HasAlarm));
    }

    [Fact]
    public async Task Reviews_are_counted_with_the_oldest()
    {
        var first = portal.NowUtc;
        await overview.EndAsync(new { code = 0, score = 93.5, risk_level = "1" });
        await SessionDriver.CreateAsync(portal);
        var waiting = await overview.WaitingAsync();
        Assert.Equal((1, 1), (waiting.Reviews.Number, waiting.Open.Number));
        Assert.Equal(first, waiting.OldestReviewUtc!.Value, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Debts_come_earliest_deadline_first_and_alarm_hours_before_it()
    {
        await portal.Sandbox.BreakAsync("result/detail", "http500", 1000);
        var one = await SessionDriver.CreateAsync(portal);
        await one.GoThroughAsync();
        portal.Advance(TimeSpan.FromHours(1));
        var two = await SessionDriver.CreateAsync(portal);
        await two.GoThroughAsync();
        var waiting = await overview.WaitingAsync();
        Assert.Equal([one.Id, two.Id], waiting.Debts.Select(debt => debt.SessionId));
        Assert.All(waiting.Debts, debt => Assert.Equal(HarvestKind.Detail, debt.Kind));
        Assert.Equal((2, 0), (waiting.Owed.Number, waiting.Urgent.Number));
        portal.Advance(TimeSpan.FromHours(65.5));
        await portal.SweepAsync();
        Assert.Equal(1, (await overview.WaitingAsync()).Urgent.Number);
    }

    [Fact]
    public async Task A_verdict_that_cannot_be_had_is_a_debt_then_an_alarm_and_work_left_lying_is_one_too()
    {
        await portal.Sandbox.BreakAsync("result/getall", "http500", 100_000);
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        var debt = Assert.Single((await overview.WaitingAsync()).Debts);
        Assert.Null(debt.Kind);
        Assert.Equal("http-500", debt.LastFault);
        portal.Advance(TimeSpan.FromDays(1));
        Assert.True((await overview.WaitingAsync()).HarvestStands);
        for (var hour = 0; hour < 61; hour++)
        {
            await portal.SweepAsync();
            portal.Advance(TimeSpan.FromHours(1));
        }
        var waiting = await overview.WaitingAsync();
        Assert.Equal((1, 0), (waiting.Unresolved.Number, waiting.Debts.Count(line => line.Kind is null)));
        Assert.True((await portal.Get<HarvestDesk>().ResolveAsync(
            Actor.InRole("admin-1", "Administrator", Role.Administrator), session.Id, "Outage", CancellationToken.None)).Ok);
        Assert.Equal(0, (await overview.WaitingAsync()).Unresolved.Number);
    }
}
