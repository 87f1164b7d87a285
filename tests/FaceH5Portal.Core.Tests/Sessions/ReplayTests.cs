using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Sessions;

/// <summary>A valid return sent again and again: the first tells something, the others only knock.</summary>
public sealed class ReplayTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Of_a_flood_before_the_question_only_the_first_is_written()
    {
        var session = await CaptureAsync();
        Assert.Equal(1, await WritesOfAsync(() => FloodAsync(session)));
    }

    [Fact]
    public async Task Of_a_flood_after_the_question_one_is_written_every_ten_seconds()
    {
        var session = await CaptureAsync();
        await session.ComeBackAsync();
        Assert.Equal(1, await WritesOfAsync(() => FloodAsync(session)));
        portal.Advance(EndUserJourney.LeastBetweenQuestions);
        await portal.SweepAsync();
        Assert.Equal(2, await portal.Sandbox.CallsOfAsync("result/getall"));
        Assert.Equal(1, await WritesOfAsync(() => FloodAsync(session)));
    }

    [Fact]
    public async Task Of_a_flood_while_the_vendor_fails_nothing_more_is_written()
    {
        var session = await CaptureAsync();
        await portal.Sandbox.SwitchOffAsync();
        await session.ComeBackAsync();
        Assert.Equal(0, await WritesOfAsync(() => FloodAsync(session)));
    }

    [Fact]
    public async Task A_second_return_that_has_the_vendor_asked_sooner_is_written()
    {
        var session = await CaptureAsync();
        await session.ComeBackAsync();
        portal.Advance(TimeSpan.FromMinutes(20));
        await session.CaptureAsync();
        Assert.Equal(1, await WritesOfAsync(() => FloodAsync(session)));
        await portal.SweepAsync();
        Assert.Equal(2, (await session.SeeAsync()).Attempts.Count);
    }

    private async Task<SessionDriver> CaptureAsync()
    {
        var session = await SessionDriver.CreateAsync(portal, "1007", "测试222356");
        await session.StartAsync();
        await session.CaptureAsync();
        return session;
    }

    private static async Task FloodAsync(SessionDriver session)
    {
        for (var replay = 0; replay < 50; replay++)
            Assert.Equal(session.Id, (await session.ReturnAsync()).Value);
    }

    /// <summary>Every return that is written down counts up its token's version.</summary>
    private async Task<int> WritesOfAsync(Func<Task> work)
    {
        var before = await VersionAsync();
        await work();
        return await VersionAsync() - before;
    }

    private async Task<int> VersionAsync()
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<VerifyToken>().Select(token => token.Version).SingleAsync();
    }
}
