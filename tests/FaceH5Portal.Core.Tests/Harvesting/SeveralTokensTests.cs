using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

/// <summary>One session, several tokens, and answers that come out of turn.</summary>
public sealed class SeveralTokensTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_verdict_of_another_apps_token_waits_for_that_apps_keys()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        portal.UseKeysOf("sandbox-other");
        await session.ReturnAsync();
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Confirming, await session.StatusAsync());
        Assert.Equal(0, await portal.Sandbox.QuestionsAsync());

        portal.UseKeysOf("sandbox");
        portal.Advance(TimeSpan.FromMinutes(1));
        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Passed, 1), (await session.StatusAsync(), (await session.SeeAsync()).Charges.Count));
    }

    [Fact]
    public async Task The_death_of_an_old_token_leaves_the_person_in_the_capture_of_the_new_one()
    {
        var session = await SessionDriver.CreateAsync(portal, name: "测试222351");
        await session.StartAsync();
        portal.Advance(TimeSpan.FromMinutes(122));
        await session.StartAsync();
        portal.Advance(TimeSpan.FromMinutes(4));
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Capturing, await session.StatusAsync());

        await session.CaptureAsync();
        await session.ReturnAsync();
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Failed, await session.StatusAsync());
    }

    [Fact]
    public async Task A_return_without_an_act_leads_to_a_new_token_and_an_act_on_the_old_one_is_still_found()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        var first = session.VerifyToken;
        await session.ReturnAsync();
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.AwaitingUser, await session.StatusAsync());

        Assert.Equal(SessionStatus.Passed, (await session.GoThroughAsync()).Row.Status);
        Assert.NotEqual(first, session.VerifyToken);
        await portal.OutliveTokenAsync();
        Assert.Equal((SessionStatus.Passed, Outcome.Match), ((await session.SeeAsync()).Row.Status, (await session.SeeAsync()).Row.Outcome));
    }

    [Fact]
    public async Task Who_has_used_up_the_attempts_is_sent_nowhere()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 223120 });
        var session = await SessionDriver.CreateAsync(portal);
        for (var attempt = 0; attempt < 3; attempt++)
            await session.GoThroughAsync();
        Assert.Equal("link-closed", (await session.TryStartAsync()).Errors[0].Code);
    }

    [Fact]
    public async Task What_becomes_known_after_the_end_does_not_change_the_outcome()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 222351 }, new { code = 0, score = 95.5 });
        var session = await SessionDriver.CreateAsync(portal, "1007");
        Assert.Equal(SessionStatus.Failed, (await session.GoThroughAsync()).Row.Status);
        await session.CaptureAsync();
        await portal.OutliveTokenAsync();
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Failed, Outcome.IdentityMismatch, "222351"), (seen.Row.Status, seen.Row.Outcome!.Value, seen.Row.Reason));
        Assert.Equal((2, 2), (seen.Attempts.Count, seen.Charges.Count));
    }
}
