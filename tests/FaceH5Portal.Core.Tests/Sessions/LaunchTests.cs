using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Sessions;

public sealed class LaunchTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("verifyToken/generate")]
    [InlineData("idcard/submit")]
    public async Task A_call_whose_end_is_unknown_is_not_repeated_and_its_token_is_abandoned(string path)
    {
        var session = await SessionDriver.CreateAsync(portal);
        portal.Wire.LoseAnswersOf(path);
        Assert.Equal("vendor-unavailable", (await session.TryStartAsync()).Errors[0].Code);
        Assert.Equal((1, 0), (await portal.Sandbox.CallsOfAsync(path), await TokensKeptAsync()));
        Assert.Equal(SessionStatus.AwaitingUser, await session.StatusAsync());

        portal.Wire.Mend();
        Assert.Equal(SessionStatus.Passed, (await session.GoThroughAsync()).Row.Status);
        Assert.Equal((2, 1), (await portal.Sandbox.CallsOfAsync("verifyToken/generate"), await TokensKeptAsync()));
    }

    [Fact]
    public async Task A_plan_that_the_vendor_does_not_know_is_told_with_its_code()
    {
        var admin = Actor.InRole("test-admin", "Administrator", Role.Administrator);
        await portal.Get<PlanService>().CreateAsync(admin, SandboxPlans.All[0] with { VendorPlanId = "9999" }, CancellationToken.None);
        var session = await SessionDriver.CreateAsync(portal, "9999");
        var error = (await session.TryStartAsync()).Errors[0];
        Assert.Equal(("vendor-unavailable", "283435"), (error.Code, error.Args[0]));
        Assert.Equal("283435", (await session.SeeAsync()).Timeline.Single(entry => entry.Kind == TimelineKind.LaunchFailed).Detail);
    }

    [Fact]
    public async Task Someone_who_closed_the_tab_is_sent_to_the_same_page_again_and_agrees_once()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var first = await session.TryStartAsync();
        portal.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal(first.Value, (await session.TryStartAsync()).Value);
        Assert.Equal(1, await CountAsync<ConsentRecord>());
    }

    [Fact]
    public async Task After_the_links_end_a_live_token_is_honoured_and_no_new_one_minted()
    {
        var session = await SessionDriver.CreateAsync(portal);
        portal.Advance(TimeSpan.FromHours(71));
        await session.StartAsync();
        portal.Advance(TimeSpan.FromMinutes(90));
        Assert.True((await session.TryStartAsync()).Ok);
        portal.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("link-closed", (await session.TryStartAsync()).Errors[0].Code);
        Assert.Equal(1, await portal.Sandbox.CallsOfAsync("verifyToken/generate"));
    }

    [Fact]
    public async Task A_link_leads_to_its_session_and_tells_the_person_nothing_about_themselves()
    {
        var session = await SessionDriver.CreateAsync(portal, name: "测试柳絮飞");
        var journey = portal.Get<EndUserJourney>();
        var found = await journey.FindAsync(session.Link.Segments[^1], CancellationToken.None);
        Assert.Equal(session.Id, found.Value);
        var view = (await journey.ViewAsync(found.Value, CancellationToken.None)).Value;
        Assert.Equal(JourneyStep.Consent, view.Step);
        Assert.DoesNotContain("柳絮飞", view.ToString(), StringComparison.Ordinal);
        Assert.Equal("link-unknown", (await journey.FindAsync("fh5_nobody", CancellationToken.None)).Errors[0].Code);
        Assert.Equal("link-unknown", (await journey.ViewAsync(Guid.Empty, CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task What_no_test_planned_never_leaves_the_machine()
    {
        using var client = portal.Get<IHttpClientFactory>().CreateClient("any");
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(new Uri("http://127.0.0.1:9/")));
    }

    private Task<int> TokensKeptAsync() => CountAsync<VerifyToken>();

    private async Task<int> CountAsync<T>() where T : class
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<T>().CountAsync();
    }
}
