using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

public sealed class LateFactTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_pass_after_the_final_status_is_recorded_and_billed_and_changes_no_status()
    {
        object unlucky = new { code = 223120 };
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, unlucky, unlucky, unlucky, new { code = 0, score = 95.5 });
        var session = await SessionDriver.CreateAsync(portal, "1007");
        await session.StartAsync();
        for (var attempt = 0; attempt < 3; attempt++)
            await session.CaptureAsync();
        Assert.Equal(SessionStatus.Failed, (await session.ComeBackAsync()).Row.Status);

        await session.CaptureAsync();
        await portal.OutliveTokenAsync();
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Failed, 4, 1), (seen.Row.Status, seen.Attempts.Count, seen.Charges.Count));
        Assert.True(seen.Attempts[^1].Passed);
        Assert.Equal(await portal.Sandbox.ChargesAsync(), seen.Charges.Count);
    }

    [Fact]
    public async Task Whoever_came_back_before_acting_is_heard_to_the_last_attempt()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 223120 }, new { code = 0, score = 95.5 });
        var session = await SessionDriver.CreateAsync(portal, "1007");
        await session.StartAsync();
        await portal.Sandbox.ControlAsync("complete", new { verify_token = session.VerifyToken, until = "statement" });
        await session.ComeBackAsync();

        await session.CaptureAsync();
        portal.Advance(EndUserJourney.LeastBetweenQuestions);
        Assert.Single((await session.ComeBackAsync()).Attempts);
        await session.CaptureAsync();
        await portal.OutliveTokenAsync();

        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Passed, 2), (seen.Row.Status, seen.Attempts.Count));
    }

    [Fact]
    public async Task The_same_verdict_told_twice_is_one_attempt_one_charge_and_one_line()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 0, score = 41.5 });
        var session = await SessionDriver.CreateAsync(portal, "1007");
        var once = await session.GoThroughAsync();
        portal.Advance(EndUserJourney.LeastBetweenQuestions);
        var twice = await session.ComeBackAsync();

        Assert.Equal(2, await portal.Sandbox.CallsOfAsync("result/getall"));
        Assert.Equal(SessionStatus.Capturing, twice.Row.Status);
        Assert.Equal(once.Attempts.Select(a => a.Id), twice.Attempts.Select(a => a.Id));
        Assert.Equal(once.Charges.Select(c => c.Id), twice.Charges.Select(c => c.Id));
        Assert.Single(twice.Timeline, entry => entry.Kind == TimelineKind.AttemptFailed);
    }

    [Fact]
    public async Task The_first_tokens_death_does_not_disturb_the_capture_with_the_second()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        var first = session.VerifyToken;
        portal.Advance(TokenWindows.Use);
        await session.StartAsync();
        Assert.NotEqual(first, session.VerifyToken);

        portal.Advance(TokenWindows.DeathMargin);
        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Capturing, 1), (await session.StatusAsync(), await portal.Sandbox.QuestionsAsync()));

        await session.CaptureAsync();
        Assert.Equal(SessionStatus.Passed, (await session.ComeBackAsync()).Row.Status);
    }

    [Fact]
    public async Task A_failure_that_becomes_known_after_the_pass_stands_beside_it()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 0, score = 41.5 }, new { code = 0, score = 95.5 });
        var session = await SessionDriver.CreateAsync(portal, "1007");
        await session.StartAsync();
        await session.CaptureAsync();
        portal.Advance(TokenWindows.Use);
        Assert.Equal(SessionStatus.Passed, (await session.GoThroughAsync()).Row.Status);

        portal.Advance(TokenWindows.DeathMargin);
        await portal.SweepAsync();
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Passed, Outcome.Match, (string?)null), (seen.Row.Status, seen.Row.Outcome!.Value, seen.Row.Reason));
        Assert.Equal((2, 2), (seen.Attempts.Count, seen.Charges.Count));
    }

    [Fact]
    public async Task A_token_called_invalid_says_nothing_about_the_person()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        // A person who turns back at once: the first question kills the token, the second hears that it is invalid.
        await session.ComeBackAsync();
        portal.Advance(EndUserJourney.LeastBetweenQuestions);
        var seen = await session.ComeBackAsync();
        Assert.Equal((SessionStatus.AwaitingUser, (Outcome?)null, 0), (seen.Row.Status, seen.Row.Outcome, seen.Attempts.Count));

        Assert.Equal(SessionStatus.Passed, (await session.GoThroughAsync()).Row.Status);
        Assert.Equal(2, await portal.Sandbox.CallsOfAsync("verifyToken/generate"));
    }

    [Fact]
    public async Task A_result_that_the_vendor_forgot_before_it_answered_again_is_lost_and_not_expired()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        await portal.Sandbox.SwitchOffAsync();
        await session.ComeBackAsync();

        portal.Advance(TokenWindows.Results);
        await portal.Sandbox.SwitchOnAsync();
        await portal.SweepAsync();
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Unresolved, HarvestState.Owed), (seen.Row.Status, seen.Harvest));
        Assert.Equal(1, await portal.Sandbox.ChargesAsync());
    }

    [Fact]
    public async Task A_result_lost_after_the_cancellation_is_told_beside_it()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        await portal.Sandbox.SwitchOffAsync();
        await session.ComeBackAsync();
        Assert.True((await portal.Get<SessionService>().CancelAsync(SessionDriver.Operator, session.Id, CancellationToken.None)).Ok);

        portal.Advance(TokenWindows.Use + TokenWindows.Results);
        await portal.SweepAsync();
        var seen = await session.SeeAsync();
        Assert.Equal(SessionStatus.Cancelled, seen.Row.Status);
        Assert.Single(seen.Timeline, entry => entry.Kind == TimelineKind.ResultLost);
    }
}
