using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

/// <summary>A token dies, and the vendor's record of it cannot be read: what else the vendor tells of it is fetched all the same.</summary>
public sealed class UnreadableRecordTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("admin-1", "Admin", Role.Administrator);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task The_video_of_a_check_whose_verdict_is_never_had_is_here()
    {
        var session = await DeadAndUnreadableAsync("1006", acted: true, faults: 10_000);
        for (var hour = 0; hour < 80; hour++)
            await LiveAnHourAsync();
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Unresolved, HarvestState.Partial), (seen.Row.Status, seen.Harvest));
        Assert.Equal((1, 4), (seen.Evidence.Count(item => item.Kind == EvidenceKind.Video), seen.Evidence.Count(item => item.Kind == EvidenceKind.Frame)));
        Assert.Equal((1, 1), (await CallsOfAsync("result/stat"), await CallsOfAsync("result/media/query")));

        Assert.True((await portal.Get<HarvestDesk>().ResolveAsync(Administrator, session.Id, "The vendor cannot mend it", CancellationToken.None)).Ok);
        Assert.Equal(HarvestState.Lost, (await session.SeeAsync()).Harvest);
    }

    [Theory]
    [InlineData("1001", 0)]
    [InlineData("1006", 1)]
    [InlineData("1007", 0)]
    public async Task A_verdict_that_comes_later_owes_nothing_of_it_twice(string plan, int media)
    {
        var session = await DeadAndUnreadableAsync(plan, acted: true, faults: 2);
        Assert.Equal(HarvestState.Partial, (await session.SeeAsync()).Harvest);
        await LiveAnHourAsync();
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Passed, HarvestState.Complete, media), (seen.Row.Status, seen.Harvest, seen.Evidence.Count(item => item.Kind == EvidenceKind.Video)));
        Assert.Equal((1, media, 1), (await CallsOfAsync("result/stat"), await CallsOfAsync("result/media/query"), await CallsOfAsync("result/detail")));
    }

    [Fact]
    public async Task What_an_abandoned_token_seemed_to_owe_is_absent_once_its_record_can_be_read()
    {
        var session = await DeadAndUnreadableAsync("1006", acted: false, faults: 2);
        Assert.Equal((SessionStatus.Confirming, HarvestState.Owed), await StandingAsync(session));
        await LiveAnHourAsync();
        Assert.Equal((SessionStatus.AwaitingUser, HarvestState.Complete), await StandingAsync(session));
        var items = (await portal.Get<HarvestQueries>().ListAsync(SessionDriver.Operator, session.Id, CancellationToken.None)).Value;
        Assert.Equal([HarvestKind.Stat, HarvestKind.Media], items.Select(item => item.Kind).Order());
        Assert.All(items, item => Assert.Equal(HarvestItemState.Absent, item.State));
    }

    [Fact]
    public async Task A_session_cancelled_while_its_verdict_cannot_be_read_says_that_it_is_owed()
    {
        await portal.Sandbox.BreakAsync("result/getall", "http500", 4);
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        await session.ReturnAsync();
        Assert.True((await portal.Get<SessionService>().CancelAsync(SessionDriver.Operator, session.Id, CancellationToken.None)).Ok);
        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Cancelled, HarvestState.Owed), await StandingAsync(session));
        await LiveAnHourAsync();
        Assert.Equal((SessionStatus.Cancelled, HarvestState.Complete), await StandingAsync(session));
    }

    /// <summary>Nobody comes back; at the token's death so many answers are spoilt.</summary>
    private async Task<SessionDriver> DeadAndUnreadableAsync(string plan, bool acted, int faults)
    {
        await portal.Sandbox.BreakAsync("result/getall", "malformed", faults);
        var session = await SessionDriver.CreateAsync(portal, plan);
        await session.StartAsync();
        if (acted)
            await session.CaptureAsync();
        await portal.OutliveTokenAsync();
        return session;
    }

    private async Task LiveAnHourAsync()
    {
        for (var quarter = 0; quarter < 4; quarter++)
        {
            portal.Advance(TimeSpan.FromMinutes(15));
            await portal.SweepAsync();
        }
    }

    private Task<int> CallsOfAsync(string path) => portal.Sandbox.CallsOfAsync(path);

    private static async Task<(SessionStatus, HarvestState)> StandingAsync(SessionDriver session)
    {
        var seen = await session.SeeAsync();
        return (seen.Row.Status, seen.Harvest);
    }
}
