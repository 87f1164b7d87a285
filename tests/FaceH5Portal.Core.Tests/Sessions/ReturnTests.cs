using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Sessions;

public sealed class ReturnTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_forged_return_changes_nothing_and_asks_nobody()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        var forged = await portal.Get<EndUserJourney>().ReturnAsync("fh5_AAAAAAAAAAAAAAAAAAAAAA", CancellationToken.None);
        await portal.SweepAsync();
        Assert.Equal("return-unknown", forged.Errors[0].Code);
        Assert.Equal((SessionStatus.Capturing, 0), (await session.StatusAsync(), await portal.Sandbox.QuestionsAsync()));
    }

    [Fact]
    public async Task A_valid_return_without_a_capture_passes_nobody()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.ReturnAsync();
        await portal.SweepAsync();
        Assert.NotEqual(SessionStatus.Passed, await session.StatusAsync());
        Assert.Empty((await session.SeeAsync()).Attempts);
    }

    [Fact]
    public async Task A_hundred_replays_in_a_second_cost_one_question()
    {
        var session = await SessionDriver.CreateAsync(portal, "1007", "测试222356");
        await session.StartAsync();
        await session.CaptureAsync();
        for (var replay = 0; replay < 100; replay++)
        {
            await session.ReturnAsync();
            await portal.SweepAsync();
        }
        Assert.Equal(1, await portal.Sandbox.QuestionsAsync());
    }

    [Fact]
    public async Task Replays_all_minute_long_cost_a_question_every_ten_seconds()
    {
        var session = await SessionDriver.CreateAsync(portal, "1007", "测试222356");
        await session.StartAsync();
        await session.CaptureAsync();
        for (var second = 0; second < 60; second++)
        {
            await session.ComeBackAsync();
            portal.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(6, await portal.Sandbox.CallsOfAsync("result/getall"));
    }

    [Fact]
    public async Task Two_clicks_at_once_mint_one_token_and_send_to_the_same_page()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => session.TryStartAsync()));
        Assert.Single(pages.Select(page => page.Value).Distinct());
        Assert.Equal(1, (await portal.Sandbox.CallsAsync()).Count(path => path == "verifyToken/generate"));
    }

    [Fact]
    public async Task A_cancelled_session_keeps_what_the_vendor_still_tells()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        var service = portal.Get<SessionService>();
        Assert.True((await service.CancelAsync(SessionDriver.Operator, session.Id, CancellationToken.None)).Ok);
        await session.ReturnAsync();
        await portal.SweepAsync();

        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Cancelled, 1, 1), (seen.Row.Status, seen.Attempts.Count, seen.Charges.Count));
        Assert.Equal("session-already-final", (await service.CancelAsync(SessionDriver.Operator, session.Id, CancellationToken.None)).Errors[0].Code);
    }
}
