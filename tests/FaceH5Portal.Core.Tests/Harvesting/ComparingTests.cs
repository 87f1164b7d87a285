using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

public sealed class ComparingTests
{
    [Fact]
    public async Task While_the_vendor_compares_it_is_asked_again_when_it_is_due_and_not_before()
    {
        await using var portal = await PortalHarness.StartAsync();
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureOnPageAsync();
        Assert.Equal((SessionStatus.Confirming, HarvestState.Owed), Standing(await session.ComeBackAsync()));

        await portal.SweepAsync();
        Assert.Equal(1, await portal.Sandbox.CallsOfAsync("result/getall"));

        portal.Advance(HarvestSchedule.Comparing(0));
        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Passed, HarvestState.Complete), Standing(await session.SeeAsync()));
        Assert.Equal(2, await portal.Sandbox.CallsOfAsync("result/getall"));
    }

    [Fact]
    public async Task The_pauses_grow_while_the_comparison_takes_longer()
    {
        await using var portal = await PortalHarness.StartAsync(comparing: TimeSpan.FromMinutes(1));
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureOnPageAsync();
        await session.ComeBackAsync();
        foreach (var second in Enumerable.Range(0, 60))
        {
            portal.Advance(TimeSpan.FromSeconds(1));
            await portal.SweepAsync();
        }
        // At 0, 1, 3, 6, 11, 21 and 41 seconds; the next would be at 71.
        Assert.Equal(7, await portal.Sandbox.CallsOfAsync("result/getall"));
    }

    [Fact]
    public async Task A_comparison_that_never_ends_is_given_up_when_the_vendor_has_forgotten_it()
    {
        await using var portal = await PortalHarness.StartAsync(comparing: TimeSpan.FromDays(10));
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureOnPageAsync();
        await session.ComeBackAsync();
        portal.Advance(TokenWindows.Use + TokenWindows.Results);
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Unresolved, await session.StatusAsync());
        Assert.Contains((await session.SeeAsync()).Timeline, entry => entry.Kind == TimelineKind.ResultLost);
    }

    private static (SessionStatus, HarvestState) Standing(SessionDetail seen) => (seen.Row.Status, seen.Harvest);
}
