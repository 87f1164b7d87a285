using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

public sealed class FailureTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_name_that_does_not_match_fails_for_good_and_is_charged()
    {
        var seen = await (await SessionDriver.CreateAsync(portal, name: "测试222351")).GoThroughAsync();
        Assert.Equal((SessionStatus.Failed, Outcome.IdentityMismatch, "222351"), (seen.Row.Status, seen.Row.Outcome!.Value, seen.Row.Reason));
        Assert.Null(Assert.Single(seen.Attempts).Score);
        Assert.Equal(8_000, Assert.Single(seen.Charges).Amount);
    }

    [Fact]
    public async Task A_bad_picture_is_free_and_may_be_tried_again_with_a_new_token()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 222356 }, new { code = 0, score = 91.5 });
        var session = await SessionDriver.CreateAsync(portal);
        var failed = await session.GoThroughAsync();
        var first = session.VerifyToken;
        Assert.Equal((SessionStatus.AwaitingUser, Outcome.PhotoUnusable), (failed.Row.Status, failed.Row.Outcome!.Value));
        Assert.Empty(failed.Charges);

        var passed = await session.GoThroughAsync();
        Assert.Equal((SessionStatus.Passed, 2, 1), (passed.Row.Status, passed.Attempts.Count, passed.Charges.Count));
        Assert.NotEqual(first, session.VerifyToken);
    }

    [Theory]
    [InlineData("1002")]
    [InlineData("1003")]
    public async Task Who_gives_their_identity_on_the_page_may_correct_it(string plan)
    {
        var session = await SessionDriver.CreateAsync(portal, plan);
        await session.StartAsync();
        await portal.Sandbox.ControlAsync("script", new
        {
            verify_token = session.VerifyToken,
            attempts = new object[] { new { code = 222351 }, new { code = 0, score = 95.5 } },
        });
        await session.CaptureAsync();
        var failed = await session.ComeBackAsync();
        Assert.Equal((SessionStatus.Capturing, Outcome.IdentityMismatch, "222351"), (failed.Row.Status, failed.Row.Outcome!.Value, failed.Row.Reason));

        await session.CaptureAsync();
        await portal.OutliveTokenAsync();
        Assert.Equal((SessionStatus.Passed, 2), ((await session.SeeAsync()).Row.Status, (await session.SeeAsync()).Attempts.Count));
    }

    [Fact]
    public async Task The_last_allowed_attempt_ends_the_session()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 223120 });
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await session.GoThroughAsync();
        Assert.Equal(SessionStatus.Failed, (await session.GoThroughAsync()).Row.Status);
    }

    [Fact]
    public async Task Where_the_url_stays_valid_the_same_token_takes_the_second_attempt_and_both_charges()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 0, score = 41.5 }, new { code = 0, score = 95.5 });
        var session = await SessionDriver.CreateAsync(portal, "1007");
        var failed = await session.GoThroughAsync();
        var token = session.VerifyToken;
        Assert.Equal((SessionStatus.Capturing, Outcome.NoMatch), (failed.Row.Status, failed.Row.Outcome!.Value));

        portal.Advance(TimeSpan.FromSeconds(30));
        var passed = await session.GoThroughAsync();
        Assert.Equal(token, session.VerifyToken);
        Assert.Equal((SessionStatus.Passed, 2, 2), (passed.Row.Status, passed.Attempts.Count, passed.Charges.Count));
        Assert.Equal(await portal.Sandbox.ChargesAsync(), passed.Charges.Count);
    }

    [Fact]
    public async Task An_attempt_after_the_last_return_is_found_when_the_token_has_died()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 0, score = 41.5 }, new { code = 0, score = 95.5 });
        var session = await SessionDriver.CreateAsync(portal, "1007");
        await session.GoThroughAsync();
        await session.CaptureAsync();
        portal.Advance(new TimeSpan(2, 5, 1));
        await portal.SweepAsync();
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Passed, 2), (seen.Row.Status, seen.Charges.Count));
    }

    [Fact]
    public async Task While_the_vendor_is_down_the_session_waits_and_then_gets_its_verdict()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        await portal.Sandbox.SwitchOffAsync();
        await session.ReturnAsync();
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Confirming, await session.StatusAsync());

        await portal.Sandbox.SwitchOnAsync();
        portal.Advance(TimeSpan.FromMinutes(1));
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Passed, await session.StatusAsync());
    }

    [Fact]
    public async Task A_vendor_that_stays_down_for_its_three_days_leaves_the_session_unresolved()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await portal.Sandbox.SwitchOffAsync();
        await session.ReturnAsync();
        await portal.SweepAsync();
        portal.Advance(TimeSpan.FromDays(3.5));
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Unresolved, await session.StatusAsync());
    }

    [Fact]
    public async Task A_launch_that_the_vendor_does_not_answer_keeps_the_person_waiting_for_a_better_minute()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await portal.Sandbox.SwitchOffAsync();
        Assert.Equal("vendor-unavailable", (await session.TryStartAsync()).Errors[0].Code);
        Assert.Equal(SessionStatus.AwaitingUser, await session.StatusAsync());

        await portal.Sandbox.SwitchOnAsync();
        Assert.Equal(SessionStatus.Passed, (await session.GoThroughAsync()).Row.Status);
    }
}
