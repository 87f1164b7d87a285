using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Overview;

public sealed class DayFactsTests : IAsyncLifetime
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
    public async Task A_day_counts_what_happened_on_it()
    {
        await overview.EndAsync(new { code = 0, score = 93.5 });
        await overview.EndAsync(new { code = 223120 });
        await SessionDriver.CreateAsync(portal, "1003");
        await overview.CountAsync();
        var today = (await overview.TrendsAsync()).Days[^1].Tally;
        Assert.Equal((3, 1), (today.Created, today.Passed));
        Assert.Equal(1, today.Shape.Failures[Outcome.LivenessFailed]);
        Assert.Equal(8_000, today.Amount);
        Assert.Equal(8_000, today.CostPerPass);
        Assert.Equal(TimeSpan.FromMinutes(1), today.Median);
    }

    [Fact]
    public async Task Days_are_those_of_the_readers_zone()
    {
        // The clock starts at 10:00 in Shanghai; 14 hours later it is tomorrow there and still today in UTC.
        await SessionDriver.CreateAsync(portal);
        portal.Advance(TimeSpan.FromHours(13.9));
        await SessionDriver.CreateAsync(portal);
        portal.Advance(TimeSpan.FromHours(0.2));
        await SessionDriver.CreateAsync(portal);
        await overview.CountAsync();
        var days = (await overview.TrendsAsync()).Days;
        Assert.Equal([2, 1], days.TakeLast(2).Select(day => day.Tally.Created));
        Assert.Equal(new DateOnly(2026, 3, 2), days[^1].Day);
    }

    [Fact]
    public async Task A_late_fact_makes_its_own_day_count_again()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        await overview.CountAsync();
        portal.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, (await overview.TrendsAsync()).Whole.Amount);
        await session.ComeBackAsync();
        await overview.CountAsync();
        var days = (await overview.TrendsAsync()).Days;
        Assert.Equal([8_000, 0, 0], days.TakeLast(3).Select(day => day.Tally.Amount!.Value));
        Assert.Equal([0, 0, 1], days.TakeLast(3).Select(day => day.Tally.Passed));
    }

    [Fact]
    public async Task Counting_again_gives_the_same_and_nothing_new_counts_nothing()
    {
        await overview.EndAsync(new { code = 0, score = 93.5 });
        Assert.True(await overview.CountAsync() > 0);
        var before = await RowsAsync();
        Assert.Equal(0, await overview.CountAsync());
        await overview.ExecuteAsync("DELETE FROM OverviewMarks");
        Assert.True(await overview.CountAsync() > 0);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task A_day_that_was_noted_before_a_kill_is_counted_after_it()
    {
        await SessionDriver.CreateAsync(portal);
        while (await portal.Get<DirtyDays>().NoteAsync(CancellationToken.None)) { }
        using var next = new OverviewPass(portal.Get<Core.Data.PortalStore>(), portal.Get<DirtyDays>(), portal.Get<OverviewZone>());
        Assert.Equal(1, await next.RunAsync(CancellationToken.None));
        Assert.Equal(1, (await overview.TrendsAsync()).Whole.Created);
    }

    [Fact]
    public async Task Another_zone_counts_every_day_anew()
    {
        await SessionDriver.CreateAsync(portal);
        await overview.CountAsync();
        var zone = new OverviewZone(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Honolulu"));
        var dirty = new DirtyDays(portal.Get<Core.Data.PortalStore>(), zone, portal.Clock);
        using var pass = new OverviewPass(portal.Get<Core.Data.PortalStore>(), dirty, zone);
        await pass.RunAsync(CancellationToken.None);
        Assert.Equal(["2026-02-28 1"], await RowsAsync());
    }

    [Fact]
    public async Task Money_is_for_those_who_may_see_it_and_a_plan_narrows()
    {
        await overview.EndAsync(new { code = 0, score = 93.5 });
        await SessionDriver.CreateAsync(portal, "1003");
        await overview.CountAsync();
        Assert.Null((await overview.TrendsAsync(actor: Actor.InRole("r", "Reviewer", Role.Reviewer))).Whole.Amount);
        var plans = (await overview.TrendsAsync()).Plans;
        Assert.Equal(2, plans.Count);
        Assert.Equal(1, (await overview.TrendsAsync(plan: plans[0].PlanId)).Whole.Created);
    }

    private Task<List<string>> RowsAsync() => overview.ReadAsync(async db => (await db.Set<DayFacts>().OrderBy(f => f.Day).ThenBy(f => f.PlanId).ToListAsync())
        .ConvertAll(facts => FormattableString.Invariant($"{facts.Day:yyyy-MM-dd} {facts.Created}")));
}
