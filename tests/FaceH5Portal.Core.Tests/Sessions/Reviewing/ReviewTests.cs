using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Sessions.Reviewing;

public sealed class ReviewTests : IAsyncLifetime
{
    private static readonly Actor First = Actor.InRole("reviewer-one", "One", Role.Reviewer);
    private static readonly Actor Second = Actor.InRole("reviewer-two", "Two", Role.Reviewer);

    private PortalHarness portal = null!;

    private ReviewDesk Desk => portal.Get<ReviewDesk>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_risky_pass_waits_for_a_person_with_its_cause_and_age()
    {
        var person = await RiskyAsync();
        var waiting = Assert.Single((await QueueAsync()).Items);
        Assert.Equal((person.Id, ReviewCause.Risk, portal.NowUtc), (waiting.SessionId, waiting.Cause, waiting.SinceUtc));
        Assert.Equal("测**", waiting.MaskedName);
    }

    [Fact]
    public async Task A_wish_for_another_way_waits_too_and_the_oldest_stands_first_over_all_pages()
    {
        var ids = new List<Guid>();
        for (var count = 0; count < 5; count++)
        {
            var person = await SessionDriver.CreateAsync(portal);
            Assert.True((await portal.Get<WayOut>().AskOtherWayAsync(person.Id, null, default)).Ok);
            ids.Add(person.Id);
            portal.Advance(TimeSpan.FromMinutes(1));
        }
        var seen = new List<Guid>();
        for (ReviewPage? page = await QueueAsync(2); page is not null; page = page.Next is { } next ? await QueueAsync(2, next) : null)
            seen.AddRange(page.Items.Select(waiting => waiting.SessionId));
        Assert.Equal(ids, seen);
    }

    [Fact]
    public async Task A_decision_is_a_layer_over_the_vendors_fact_and_leaves_the_queue()
    {
        var person = await RiskyAsync();
        var before = await person.SeeAsync();
        Assert.True((await DecideAsync(First, person, ReviewVerdict.Declined, "The document had expired.", "Looks like the brother.")).Ok);
        var after = await person.SeeAsync();
        Assert.Equal((before.Row.Status, before.Row.Outcome), (after.Row.Status, after.Row.Outcome));
        Assert.Equal(ReviewState.Declined, after.Row.Review);
        Assert.Contains(after.Timeline, entry => entry.Kind == TimelineKind.ReviewDeclined);
        Assert.Empty((await QueueAsync()).Items);
        var decision = Assert.Single((await ReviewAsync(First, person)).Decisions);
        Assert.Equal(("reviewer-one", "The document had expired.", "Looks like the brother."), (decision.DecidedBy, decision.Reason, decision.PrivateReason));
    }

    [Fact]
    public async Task Reasons_are_sealed_stay_out_of_the_audit_and_are_read_only_by_who_may_see_people()
    {
        var person = await RiskyAsync();
        await DecideAsync(First, person, ReviewVerdict.Declined, "words-for-the-person", "words-for-colleagues");
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        var audit = await db.Set<AuditEntry>().SingleAsync(entry => entry.Action == AuditAction.ReviewDecided);
        Assert.DoesNotContain("words", audit.Note, StringComparison.Ordinal);
        var row = await db.Set<ReviewDecision>().SingleAsync();
        Assert.True(row.SealedReason!.AsSpan().IndexOf("words"u8) < 0);
        var decision = Assert.Single((await ReviewAsync(Actor.InRole("a", "Auditor", Role.Auditor), person)).Decisions);
        Assert.Equal((null, null), (decision.Reason, decision.PrivateReason));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told_who_was_first()
    {
        var person = await RiskyAsync();
        var both = await Task.WhenAll(
            DecideAsync(First, person, ReviewVerdict.Approved), DecideAsync(Second, person, ReviewVerdict.Declined, "No."));
        var refused = Assert.Single(both, result => !result.Ok);
        var winner = both[0].Ok ? First : Second;
        Assert.Equal("review-decided", refused.Errors[0].Code);
        Assert.Equal([winner.Id], refused.Errors[0].Args);
        Assert.Single((await ReviewAsync(First, person)).Decisions);
    }

    [Fact]
    public async Task What_one_has_taken_another_decides_only_after_taking_it_over_from_them()
    {
        var person = await RiskyAsync();
        Assert.True((await Desk.TakeAsync(First, person.Id, null, default)).Ok);
        Assert.Equal("review-taken", (await DecideAsync(Second, person, ReviewVerdict.Approved)).Errors[0].Code);
        Assert.Equal("review-taken", (await Desk.TakeAsync(Second, person.Id, null, default)).Errors[0].Code);
        Assert.Equal("review-taken", (await Desk.GiveBackAsync(Second, person.Id, default)).Errors[0].Code);
        Assert.True((await Desk.TakeAsync(Second, person.Id, First.Id, default)).Ok);
        Assert.True((await DecideAsync(Second, person, ReviewVerdict.Approved)).Ok);
    }

    [Fact]
    public async Task What_is_given_back_is_free_for_anybody()
    {
        var person = await RiskyAsync();
        await Desk.TakeAsync(First, person.Id, null, default);
        Assert.True((await Desk.GiveBackAsync(First, person.Id, default)).Ok);
        Assert.True((await DecideAsync(Second, person, ReviewVerdict.Approved)).Ok);
    }

    [Theory]
    [InlineData(ReviewVerdict.Declined)]
    [InlineData(ReviewVerdict.AskedAgain)]
    public async Task Who_is_not_approved_is_owed_a_reason(ReviewVerdict verdict)
    {
        var person = await RiskyAsync();
        var refused = await DecideAsync(First, person, verdict, " ");
        Assert.Equal(("text-required", "Reason"), (refused.Errors[0].Code, refused.Errors[0].Field));
        Assert.Equal("text-too-long", (await DecideAsync(First, person, verdict, new string('x', 501))).Errors[0].Code);
        Assert.Single((await QueueAsync()).Items);
    }

    [Fact]
    public async Task Nothing_is_decided_while_the_verification_goes_on_nor_where_nothing_waits()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 222999 });
        var running = await SessionDriver.CreateAsync(portal, "1007");
        await running.GoThroughAsync();
        Assert.False((await running.StatusAsync()).IsFinal());
        Assert.Equal("review-too-early", (await DecideAsync(First, running, ReviewVerdict.Approved)).Errors[0].Code);
        var calm = await SessionDriver.CreateAsync(portal);
        Assert.Equal("review-not-needed", (await DecideAsync(First, calm, ReviewVerdict.Approved)).Errors[0].Code);
    }

    [Fact]
    public async Task Only_who_may_decide_takes_or_decides()
    {
        var person = await RiskyAsync();
        Assert.Equal(PortalError.AccessDenied, (await DecideAsync(SessionDriver.Operator, person, ReviewVerdict.Approved)).Errors[0].Code);
        Assert.Equal(PortalError.AccessDenied, (await Desk.TakeAsync(SessionDriver.Operator, person.Id, null, default)).Errors[0].Code);
    }

    [Fact]
    public async Task Who_is_asked_again_gets_a_session_of_their_own_with_a_link_that_works()
    {
        var person = await RiskyAsync();
        var again = await DecideAsync(First, person, ReviewVerdict.AskedAgain, "Please take off the mask.");
        Assert.NotEqual(person.Id, again.Value);
        var successor = (await portal.Get<SessionQueries>().GetAsync(SessionDriver.Operator, again.Value, default)).Value;
        Assert.Equal((SessionStatus.AwaitingUser, "测**"), (successor.Row.Status, successor.Row.MaskedName));
        Assert.Equal(ReviewState.Declined, (await person.SeeAsync()).Row.Review);
        Assert.Equal(again.Value, Assert.Single((await ReviewAsync(First, person)).Decisions).SuccessorId);
        var found = await portal.Get<EndUserJourney>().FindAsync(successor.Link!.Segments[^1], default);
        Assert.Equal(again.Value, found.Value);
    }

    [Fact]
    public async Task The_person_reads_what_was_decided_and_why_but_not_what_colleagues_were_told()
    {
        var person = await RiskyAsync();
        await DecideAsync(First, person, ReviewVerdict.Declined, "The document had expired.", "secret");
        var view = (await portal.Get<EndUserJourney>().ViewAsync(person.Id, default)).Value;
        Assert.Equal((ReviewVerdict.Declined, "The document had expired."), (view.Reviewed!.Value, view.ReviewReason));
    }

    [Fact]
    public async Task Whoever_is_erased_waits_for_nobody_and_no_reason_about_them_can_be_read()
    {
        var (decided, waiting) = (await RiskyAsync(), await RiskyAsync());
        await DecideAsync(First, decided, ReviewVerdict.Declined, "Words about a person.");
        Assert.True((await portal.Get<PersonErasure>().EraseAsync(
            Actor.InRole("admin", "Administrator", Role.Administrator), waiting.Id, "They asked for it.", null, default)).Ok);
        Assert.Empty((await QueueAsync()).Items);
        Assert.Null(Assert.Single((await ReviewAsync(First, decided)).Decisions).Reason);
        Assert.Equal("review-not-needed", (await DecideAsync(First, waiting, ReviewVerdict.Approved)).Errors[0].Code);
    }

    private async Task<SessionDriver> RiskyAsync()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 0, score = 93.5, risk_level = "2" });
        var person = await SessionDriver.CreateAsync(portal);
        await person.GoThroughAsync();
        return person;
    }

    private async Task<ReviewPage> QueueAsync(int limit = 25, ReviewPlace? after = null) =>
        (await portal.Get<ReviewQueries>().QueueAsync(First, after, limit, default)).Value;

    private async Task<SessionReview> ReviewAsync(Actor actor, SessionDriver person) =>
        (await portal.Get<ReviewQueries>().OfAsync(actor, person.Id, default)).Value;

    private Task<Result<Guid>> DecideAsync(
        Actor actor, SessionDriver person, ReviewVerdict verdict, string? reason = null, string? privateReason = null) =>
        Desk.DecideAsync(actor, person.Id, new NewDecision(verdict, reason, privateReason), default);
}
