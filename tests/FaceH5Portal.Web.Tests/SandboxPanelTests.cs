using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Shared;

namespace FaceH5Portal.Web.Tests;

public sealed class SandboxPanelTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task The_person_is_played_with_the_chosen_end_and_comes_back()
    {
        await using var console = new ConsoleContext(portal);
        var person = await SessionDriver.CreateAsync(portal);
        var panel = await ShowAsync(console, person);
        panel.Find("[data-testid=sandbox-outcome]").Change("222360");
        panel.Find("[data-testid=sandbox-score]").Change("61.25");
        await SubmitAsync(panel, "sandbox-attempt");
        await portal.SweepAsync();
        var attempt = Assert.Single((await person.SeeAsync()).Attempts);
        Assert.Equal((Outcome.NoMatch, 61.25), (attempt.Outcome, attempt.Score));
    }

    [Fact]
    public async Task Who_shuts_the_browser_leaves_no_sign_until_the_token_is_dead()
    {
        await using var console = new ConsoleContext(portal);
        var person = await SessionDriver.CreateAsync(portal);
        var panel = await ShowAsync(console, person);
        panel.Find("[data-testid=sandbox-comes-back]").Change(false);
        await SubmitAsync(panel, "sandbox-attempt");
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Capturing, await person.StatusAsync());
        panel.Find("[data-testid=sandbox-step]").Change("121");
        await SubmitAsync(panel, "sandbox-advance");
        await portal.OutliveTokenAsync();
        Assert.Equal(SessionStatus.Passed, await person.StatusAsync());
    }

    [Fact]
    public async Task The_clock_moves_for_everybody_and_the_panel_says_so()
    {
        await using var console = new ConsoleContext(portal);
        var panel = await ShowAsync(console, await SessionDriver.CreateAsync(portal));
        var before = portal.NowUtc;
        panel.Find("[data-testid=sandbox-step]").Change("1441");
        await SubmitAsync(panel, "sandbox-advance");
        Assert.Equal(before.AddMinutes(1_441), portal.NowUtc);
        Assert.Contains("moved", panel.Find("[data-testid=sandbox-said]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_call_reaches_whoever_makes_it_next()
    {
        await using var console = new ConsoleContext(portal);
        var person = await SessionDriver.CreateAsync(portal);
        var panel = await ShowAsync(console, person);
        panel.Find("[data-testid=sandbox-path]").Change("2");
        panel.Find("[data-testid=sandbox-fault]").Change("Http500");
        await SubmitAsync(panel, "sandbox-break");
        Assert.Equal("vendor-unavailable", (await person.TryStartAsync()).Errors[0].Code);
        Assert.True((await person.TryStartAsync()).Ok);
    }

    [Fact]
    public async Task What_the_sandbox_refuses_is_told_in_its_words()
    {
        await using var console = new ConsoleContext(portal);
        var person = await SessionDriver.CreateAsync(portal, "1004");
        var panel = await ShowAsync(console, person);
        await SubmitAsync(panel, "sandbox-attempt");
        Assert.Equal("journey-incomplete", panel.Find("[data-testid=error]").GetAttribute("data-code"));
    }

    [Fact]
    public async Task Who_may_not_make_sessions_sees_no_levers()
    {
        await using var auditor = new ConsoleContext(portal, Role.Auditor);
        var person = await SessionDriver.CreateAsync(portal);
        var terms = (await person.SeeAsync()).Terms;
        Assert.Empty(auditor.Render<SandboxPanel>(set => Fill(set, person, terms)).Markup);
    }

    private static async Task<IRenderedComponent<SandboxPanel>> ShowAsync(ConsoleContext console, SessionDriver person)
    {
        var terms = (await person.SeeAsync()).Terms;
        return console.Render<SandboxPanel>(set => Fill(set, person, terms));
    }

    private static void Fill(ComponentParameterCollectionBuilder<SandboxPanel> set, SessionDriver person, PlanTerms terms) => set
        .Add(panel => panel.SessionId, person.Id)
        .Add(panel => panel.Terms, terms)
        .Add(panel => panel.Status, SessionStatus.AwaitingUser);

    private static Task SubmitAsync(IRenderedComponent<SandboxPanel> panel, string button) =>
        panel.Find($"form:has([data-testid={button}])").SubmitAsync();
}
