using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Tests.PhotoChecks;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;

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
    public async Task Photo_checks_of_unknown_end_wait_oldest_first_until_somebody_has_found_out()
    {
        await portal.Sandbox.BreakAsync(CheckBench.PathOf(PhotoVendor.Juhe), "reset");
        await portal.Sandbox.BreakAsync(CheckBench.PathOf(PhotoVendor.Linkface), "reset");
        var (first, second) = (await portal.CheckAsync(PhotoVendor.Juhe), await AfterAsync(PhotoVendor.Linkface));
        // Answered, although what it cost is not known.
        await portal.CheckAsync(PhotoVendor.TencentLegacy);
        var waiting = await overview.WaitingAsync();
        Assert.Equal([(first.Id, PhotoVendor.Juhe, "connection-broke"), (second.Id, PhotoVendor.Linkface, "connection-broke")],
            waiting.UnknownChecks.Select(check => (check.Id, check.Vendor, check.Code!)));
        Assert.Equal(2, waiting.UnknownEnds.Number);
        Assert.True((await portal.Get<PhotoChargeDesk>().SettleAsync(CheckBench.Administrator, first.Id, false, "Not on the bill", default)).Ok);
        Assert.Equal([second.Id], (await overview.WaitingAsync()).UnknownChecks.Select(check => check.Id));
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

    private Task<PhotoCheck> AfterAsync(PhotoVendor vendor)
    {
        portal.Advance(TimeSpan.FromMinutes(1));
        return portal.CheckAsync(vendor);
    }
}
