using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Harvesting;

public sealed class DueTimeTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Where_nothing_waits_nothing_is_due() => Assert.Null(await NextDueAsync());

    [Fact]
    public async Task Due_is_the_links_end_then_the_tokens_death_then_the_return()
    {
        var session = await SessionDriver.CreateAsync(portal);
        Assert.Equal(portal.NowUtc.AddHours(72), await NextDueAsync());
        await session.StartAsync();
        Assert.Equal(portal.NowUtc + TokenWindows.Use + TokenWindows.DeathMargin, await NextDueAsync());
        await session.CaptureAsync();
        await session.ReturnAsync();
        Assert.Equal(portal.NowUtc, await NextDueAsync());
        await portal.SweepAsync();
        Assert.Equal(portal.NowUtc.AddDays(3), await NextDueAsync());
    }

    [Fact]
    public async Task A_silent_vendor_is_asked_later_and_less_and_less_often()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await portal.Sandbox.SwitchOffAsync();
        await session.ReturnAsync();
        var pauses = new List<TimeSpan>();
        for (var ask = 0; ask < 4; ask++)
        {
            await portal.SweepAsync();
            pauses.Add((await NextDueAsync())!.Value - portal.NowUtc);
            portal.Advance(pauses[^1]);
        }
        Assert.Equal([5, 15, 30, 60], pauses.Select(pause => pause.TotalSeconds));
        Assert.Equal(SessionStatus.Confirming, await session.StatusAsync());
    }

    [Fact]
    public async Task Even_a_token_that_is_due_is_not_asked_about_before_its_person_acted()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await portal.Get<PortalStore>().WriteAsync<int>(async write => await write.Set<VerifyToken>()
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.DueUtc, portal.NowUtc)), CancellationToken.None);
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var token = await db.Set<VerifyToken>().SingleAsync();

        await portal.Get<VerdictHarvester>().AskAsync(token.Id, CancellationToken.None);
        Assert.Equal(0, await portal.Sandbox.QuestionsAsync());
        await session.ReturnAsync();
        await portal.Get<VerdictHarvester>().AskAsync(token.Id, CancellationToken.None);
        Assert.Equal(1, await portal.Sandbox.QuestionsAsync());
    }

    [Fact]
    public async Task One_broken_row_does_not_stop_the_others()
    {
        var broken = await SessionDriver.CreateAsync(portal);
        var whole = await SessionDriver.CreateAsync(portal);
        foreach (var session in new[] { broken, whole })
        {
            await session.StartAsync();
            await session.CaptureAsync();
            await session.ReturnAsync();
        }
        await portal.Get<PortalStore>().WriteAsync<int>(async write => await write.Set<VerifyToken>()
            .Where(token => token.SessionId == broken.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.SealedToken, new byte[64])), CancellationToken.None);

        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Confirming, SessionStatus.Passed), (await broken.StatusAsync(), await whole.StatusAsync()));
        Assert.True(await NextDueAsync() > portal.NowUtc);
    }

    private Task<DateTime?> NextDueAsync() => portal.Get<HarvestPass>().NextDueAsync(CancellationToken.None);
}
