using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Harvesting;

/// <summary>A process that dies while it asks, and the next one on the same file.</summary>
public sealed class DeadClaimTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_verdict_that_was_asked_for_in_death_is_asked_for_after_the_next_start_and_no_sooner_than_a_return_could()
    {
        var session = await CapturedAsync();
        await DieHearingOfAsync("result/getall");
        Assert.Equal(portal.NowUtc + HarvestSchedule.Lease, await NextDueAsync());

        await StartAgainAsync();
        Assert.Equal(portal.NowUtc + EndUserJourney.LeastBetweenQuestions, await NextDueAsync());
        portal.Advance(EndUserJourney.LeastBetweenQuestions);
        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Passed, HarvestState.Complete), await StandingAsync(session));
        Assert.Equal(2, await portal.Sandbox.CallsOfAsync("result/getall"));
    }

    [Theory]
    [InlineData("result/detail")]
    [InlineData("result/stat")]
    [InlineData("result/media/query")]
    [InlineData("/v1/faceprint-capture/")]
    public async Task An_item_that_was_fetched_in_death_is_fetched_right_after_the_next_start(string path)
    {
        var session = await CapturedAsync();
        await DieHearingOfAsync(path);
        await portal.SweepAsync();
        Assert.NotEqual((SessionStatus.Passed, HarvestState.Complete), await StandingAsync(session));

        await StartAgainAsync();
        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Passed, HarvestState.Complete), await StandingAsync(session));
    }

    [Fact]
    public async Task A_second_try_that_died_is_known_for_a_claim_too()
    {
        await portal.Sandbox.BreakAsync("result/detail", "malformed", 1);
        var session = await CapturedAsync();
        await portal.SweepAsync();
        portal.Advance(HarvestSchedule.Fault(0));
        await DieHearingOfAsync("result/detail");

        await StartAgainAsync();
        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Passed, HarvestState.Complete), await StandingAsync(session));
    }

    [Theory]
    [InlineData("result/getall")]
    [InlineData("result/detail")]
    public async Task A_wait_after_a_fault_outlives_a_start(string path)
    {
        await portal.Sandbox.BreakAsync(path, "malformed", 2);
        await CapturedAsync();
        await portal.SweepAsync();
        var asked = await portal.Sandbox.CallsOfAsync(path);
        var due = await NextDueAsync();
        Assert.Equal(portal.NowUtc + HarvestSchedule.Fault(0), due);

        await StartAgainAsync();
        await portal.SweepAsync();
        Assert.Equal((due, asked), (await NextDueAsync(), await portal.Sandbox.CallsOfAsync(path)));
    }

    [Fact]
    public async Task A_token_about_to_die_is_no_claim()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        portal.Advance(TokenWindows.Use + TokenWindows.DeathMargin - TimeSpan.FromMinutes(1));
        var due = await NextDueAsync();
        await StartAgainAsync();
        Assert.Equal(due, await NextDueAsync());
        await portal.SweepAsync();
        Assert.Equal(0, await portal.Sandbox.QuestionsAsync());
    }

    private async Task<SessionDriver> CapturedAsync()
    {
        var session = await SessionDriver.CreateAsync(portal, "1006");
        await session.StartAsync();
        await session.CaptureAsync();
        await session.ReturnAsync();
        return session;
    }

    /// <summary>Sweeps until the vendor has answered and nobody is there any more to hear it.</summary>
    private async Task DieHearingOfAsync(string path)
    {
        using var life = new CancellationTokenSource();
        portal.Wire.BeforeHearingOf(path, _ => life.CancelAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await portal.Get<HarvestPass>().RunAsync(life.Token) > 0)
            {
            }
        });
        portal.Wire.Mend();
    }

    private async Task StartAgainAsync()
    {
        foreach (var step in portal.Services.GetServices<IOpeningStep>())
            await step.RunAsync(CancellationToken.None);
    }

    private Task<DateTime?> NextDueAsync() => portal.Get<HarvestPass>().NextDueAsync(CancellationToken.None);

    private static async Task<(SessionStatus, HarvestState)> StandingAsync(SessionDriver session)
    {
        var seen = await session.SeeAsync();
        return (seen.Row.Status, seen.Harvest);
    }
}
