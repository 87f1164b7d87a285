using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator.Reviewing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Web.Tests;

public sealed class ReviewPanelTests : IAsyncLifetime
{
    private static readonly Actor Colleague = Actor.InRole("colleague", "Colleague", Role.Reviewer);

    private PortalHarness portal = null!;
    private SessionDriver person = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 0, score = 93.5, risk_level = "1" });
        person = await SessionDriver.CreateAsync(portal);
        await person.GoThroughAsync();
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_reviewer_takes_it_and_decides_with_a_reason_for_each_side()
    {
        await using var console = new ConsoleContext(portal, Role.Reviewer);
        var panel = Show(console);
        await panel.Find("[data-testid=review-take]").ClickAsync(new());
        panel.WaitForElement("[data-testid=review-give-back]");
        panel.Find("[data-testid=review-verdict]").Change("Declined");
        panel.Find("[data-testid=review-reason]").Change("The document had expired.");
        panel.Find("[data-testid=review-private]").Change("Looks like the brother.");
        await panel.Find("form").SubmitAsync();
        panel.WaitForElement("[data-testid=review-decision][data-verdict=Declined]");
        Assert.Empty(panel.FindAll("form"));
        Assert.Equal(ReviewState.Declined, (await person.SeeAsync()).Row.Review);
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_who_was_first_and_keeps_what_they_typed()
    {
        await using var console = new ConsoleContext(portal, Role.Reviewer);
        var panel = Show(console);
        panel.Find("[data-testid=review-verdict]").Change("Declined");
        panel.Find("[data-testid=review-reason]").Change("Three sentences, well thought over.");
        await portal.Get<ReviewDesk>().DecideAsync(Colleague, person.Id, new NewDecision(ReviewVerdict.Approved, null, null), default);
        panel.WaitForElement("[data-testid=review-decision]");
        await panel.Find("form").SubmitAsync();
        Assert.Equal("review-decided", panel.Find("[data-testid=error]").GetAttribute("data-code"));
        Assert.Contains("colleague", panel.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Three sentences, well thought over.", panel.Find("[data-testid=review-reason]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_missing_reason_is_told_at_its_field_and_costs_nothing_of_the_other()
    {
        await using var console = new ConsoleContext(portal, Role.Reviewer);
        var panel = Show(console);
        panel.Find("[data-testid=review-verdict]").Change("AskedAgain");
        panel.Find("[data-testid=review-private]").Change("Mask on.");
        await panel.Find("form").SubmitAsync();
        Assert.Equal("true", panel.Find("[data-testid=review-reason]").GetAttribute("aria-invalid"));
        Assert.Equal("Mask on.", panel.Find("[data-testid=review-private]").GetAttribute("value"));
        Assert.Equal(ReviewState.Needed, (await person.SeeAsync()).Row.Review);
    }

    [Fact]
    public async Task An_operator_sees_how_it_stands_and_can_decide_nothing()
    {
        await using var console = new ConsoleContext(portal);
        var panel = Show(console);
        Assert.NotEmpty(panel.FindAll("[data-testid=review-cause]"));
        Assert.Empty(panel.FindAll("button"));
    }

    [Fact]
    public async Task The_queue_shows_what_waits_and_follows_a_decision()
    {
        await using var console = new ConsoleContext(portal, Role.Reviewer);
        var page = console.Render<ReviewsPage>();
        Assert.Equal(person.Id.ToString(), page.WaitForElement("[data-testid=review-row]").GetAttribute("data-session"));
        Assert.Equal("0 min", page.Find("[data-testid=review-age]").TextContent);
        await portal.Get<ReviewDesk>().DecideAsync(Colleague, person.Id, new NewDecision(ReviewVerdict.Approved, null, null), default);
        page.WaitForElement("[data-testid=reviews-empty]");
    }

    [Fact]
    public async Task The_age_of_what_waits_grows_while_one_looks()
    {
        var clock = new FakeTimeProvider(portal.Clock.GetUtcNow());
        await using var console = new ConsoleContext(portal, Role.Reviewer);
        console.Services.AddSingleton<TimeProvider>(clock);
        var page = console.Render<ReviewsPage>();
        Assert.Equal("0 min", page.WaitForElement("[data-testid=review-age]").TextContent);
        clock.Advance(TimeSpan.FromMinutes(3));
        page.WaitForAssertion(() => Assert.Equal("3 min", page.Find("[data-testid=review-age]").TextContent));
    }

    [Fact]
    public async Task A_note_that_says_nothing_is_refused_and_one_that_does_appears_for_all()
    {
        await using var console = new ConsoleContext(portal);
        await using var other = new ConsoleContext(portal, Role.Reviewer);
        var (mine, theirs) = (Notes(console), Notes(other));
        await mine.Find("form").SubmitAsync();
        Assert.Equal("true", mine.Find("[data-testid=note-text]").GetAttribute("aria-invalid"));
        mine.Find("[data-testid=note-text]").Change("Called them.");
        await mine.Find("form").SubmitAsync();
        Assert.Contains("Called them.", theirs.WaitForElement("[data-testid=note]").TextContent, StringComparison.Ordinal);
        Assert.Equal("", mine.Find("[data-testid=note-text]").GetAttribute("value"));
    }

    private IRenderedComponent<ReviewPanel> Show(ConsoleContext console) =>
        console.Render<ReviewPanel>(set => set.Add(panel => panel.SessionId, person.Id));

    private IRenderedComponent<NotesPanel> Notes(ConsoleContext console) => console.Render<NotesPanel>(set => set
        .Add(panel => panel.SessionId, person.Id).Add(panel => panel.Privacy, PrivacyState.Full));
}
