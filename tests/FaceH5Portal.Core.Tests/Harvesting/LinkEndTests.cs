using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

/// <summary>A link ends for good only when no token can bring a verdict any more.</summary>
public sealed class LinkEndTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("admin-1", "Admin", Role.Administrator);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Who_acts_in_a_tab_left_open_passes_although_the_link_has_run_out()
    {
        var session = await CameBackWithoutActAsync(linkHours: 1);
        await session.CaptureAsync();
        portal.Advance(TimeSpan.FromHours(1));
        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Confirming, HarvestState.Owed), await StandingAsync(session));
        await portal.OutliveTokenAsync();
        Assert.Equal((SessionStatus.Passed, HarvestState.Complete), await StandingAsync(session));
    }

    [Fact]
    public async Task A_link_whose_token_nobody_used_expires_with_the_token()
    {
        var session = await CameBackWithoutActAsync(linkHours: 1);
        portal.Advance(TimeSpan.FromHours(1));
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Confirming, await session.StatusAsync());
        await portal.OutliveTokenAsync();
        Assert.Equal((SessionStatus.Expired, HarvestState.NotDue), await StandingAsync(session));
        Assert.Equal(2, await portal.Sandbox.QuestionsAsync());
    }

    [Fact]
    public async Task A_verdict_that_was_lost_while_the_link_lived_leaves_the_session_unresolved_and_not_expired()
    {
        var session = await CameBackWithoutActAsync(linkHours: 100);
        await session.CaptureAsync();
        await portal.Sandbox.BreakAsync("result/getall", "http500", 100_000);
        for (var hour = 0; hour < 99; hour++)
            await LiveAnHourAsync();
        Assert.Equal((SessionStatus.AwaitingUser, HarvestState.Complete), await StandingAsync(session));
        await LiveAnHourAsync();
        Assert.Equal((SessionStatus.Unresolved, HarvestState.Partial), await StandingAsync(session));
    }

    [Fact]
    public async Task A_failure_that_was_heard_does_not_keep_the_link_open()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 222356 });
        var session = await CreateAsync(linkHours: 1);
        await session.GoThroughAsync();
        portal.Advance(TimeSpan.FromHours(1));
        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Expired, HarvestState.Complete), await StandingAsync(session));
    }

    /// <summary>The vendor says that nobody tried, and the person is still on its page.</summary>
    private async Task<SessionDriver> CameBackWithoutActAsync(int linkHours)
    {
        var session = await CreateAsync(linkHours);
        await session.StartAsync();
        await portal.Sandbox.ControlAsync("complete", new { verify_token = session.VerifyToken, until = "statement" });
        Assert.Equal(SessionStatus.AwaitingUser, (await session.ComeBackAsync()).Row.Status);
        return session;
    }

    private async Task<SessionDriver> CreateAsync(int linkHours)
    {
        var plans = portal.Get<PlanService>();
        var plan = (await plans.ListAsync(Administrator, CancellationToken.None)).Value.Single(p => p.Terms.VendorPlanId == "1001");
        var terms = plan.Terms with { LinkLifetimeHours = linkHours };
        Assert.True((await plans.ChangeAsync(Administrator, plan.Id, plan.Version, terms, CancellationToken.None)).Ok);
        return await SessionDriver.CreateAsync(portal);
    }

    private async Task LiveAnHourAsync()
    {
        portal.Advance(TimeSpan.FromHours(1));
        await portal.SweepAsync();
    }

    private static async Task<(SessionStatus, HarvestState)> StandingAsync(SessionDriver session)
    {
        var seen = await session.SeeAsync();
        return (seen.Row.Status, seen.Harvest);
    }
}
