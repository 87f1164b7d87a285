using System.Text.Json;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Billing;

public sealed class DisputeTests : IAsyncLifetime
{
    private static readonly Actor Auditor = Actor.InRole("test-auditor", "Auditor", Role.Auditor);
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    private DisputeDesk Desk => portal.Get<DisputeDesk>();

    [Fact]
    public async Task A_pack_holds_answers_log_ids_and_times_and_nothing_of_the_person()
    {
        var (session, found) = await WronglyChargedAsync();
        Assert.Empty((await Desk.OpenAsync(Auditor, found.Account.VerifyTokenId, CancellationToken.None)).Errors);
        var text = (await Desk.TakePackAsync(Auditor, found.Account.VerifyTokenId, CancellationToken.None)).Value;
        var pack = JsonDocument.Parse(text).RootElement;
        Assert.Equal("VendorOnly", pack.GetProperty("state").GetString());
        Assert.Equal(["getall", "stat"], pack.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("call").GetString()).Order());
        Assert.All(pack.GetProperty("answers").EnumerateArray(), answer => Assert.Equal(64, answer.GetProperty("sha256").GetString()!.Length));
        Assert.Equal("222356", Assert.Single(pack.GetProperty("attempts").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("0.80", Assert.Single(pack.GetProperty("ledger").EnumerateArray()).GetProperty("amount").GetString());
        foreach (var secret in new[] { SessionDriver.Number, "测试222356", session.VerifyToken, session.State })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_outlives_the_vendors_memory_and_the_pictures_but_not_the_person()
    {
        var (session, found) = await WronglyChargedAsync();
        await Desk.OpenAsync(Auditor, found.Account.VerifyTokenId, CancellationToken.None);
        portal.Advance(TimeSpan.FromDays(40));
        await portal.SweepAsync();
        Assert.True((await Desk.TakePackAsync(Auditor, found.Account.VerifyTokenId, CancellationToken.None)).Ok);
        Assert.True((await portal.Get<PersonErasure>().EraseAsync(Administrator, session.Id, "on request", null, CancellationToken.None)).Ok);
        Assert.Equal("not-found", (await Desk.TakePackAsync(Auditor, found.Account.VerifyTokenId, CancellationToken.None)).Errors[0].Code);
        Assert.Equal("subject-erased", (await ReopenedAsync(found)).Errors[0].Code);
    }

    [Fact]
    public async Task A_dispute_is_opened_once_and_closed_once_with_what_the_vendor_said()
    {
        var (_, found) = await WronglyChargedAsync();
        var token = found.Account.VerifyTokenId;
        Assert.True((await Desk.OpenAsync(Auditor, token, CancellationToken.None)).Ok);
        Assert.Equal("disputed-already", (await Desk.OpenAsync(Auditor, token, CancellationToken.None)).Errors[0].Code);
        Assert.Equal("text-required", (await Desk.CloseAsync(Auditor, token, DisputeState.Accepted, " ", CancellationToken.None)).Errors[0].Code);
        Assert.True((await Desk.CloseAsync(Auditor, token, DisputeState.Accepted, "Credited in April", CancellationToken.None)).Ok);
        Assert.Equal("dispute-closed", (await Desk.CloseAsync(Auditor, token, DisputeState.Refused, "No", CancellationToken.None)).Errors[0].Code);
        var dispute = Assert.Single((await PageAsync()).Items).Dispute!;
        Assert.Equal((DisputeState.Accepted, "Credited in April", "test-auditor"), (dispute.State, dispute.Outcome, dispute.ClosedBy));
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        Assert.Equal(2, await db.Set<AuditEntry>().CountAsync(entry => entry.Action == AuditAction.DisputeOpened || entry.Action == AuditAction.DisputeClosed));
    }

    [Fact]
    public async Task What_agrees_is_in_no_list_and_cannot_be_disputed()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        Assert.Empty((await PageAsync()).Items);
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var account = await db.Set<TokenAccount>().SingleAsync();
        Assert.Equal(ReconciliationState.Matched, account.State);
        Assert.Equal("nothing-to-dispute", (await Desk.OpenAsync(Auditor, account.VerifyTokenId, CancellationToken.None)).Errors[0].Code);
        Assert.Equal("not-found", (await Desk.TakePackAsync(Auditor, account.VerifyTokenId, CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task The_books_of_a_session_are_told_whether_they_agree_or_not_and_only_to_who_may_see_money()
    {
        var right = await SessionDriver.CreateAsync(portal);
        await right.GoThroughAsync();
        var (wrong, found) = await WronglyChargedAsync();
        await Desk.OpenAsync(Auditor, found.Account.VerifyTokenId, CancellationToken.None);
        Assert.Equal([(ReconciliationState.Matched, null)], await BooksAsync(right.Id));
        Assert.Equal([(ReconciliationState.VendorOnly, DisputeState.Open)], await BooksAsync(wrong.Id));
        var reviewer = Actor.InRole("test-reviewer", "Reviewer", Role.Reviewer);
        Assert.Equal("access-denied", (await portal.Get<DiscrepancyQueries>().OfSessionAsync(reviewer, wrong.Id, CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task The_list_goes_on_where_its_page_ended_and_counts_every_kind()
    {
        foreach (var _ in Enumerable.Range(0, 5))
            await WronglyChargedAsync();
        var first = await PageAsync(limit: 3);
        var rest = await PageAsync(first.Next, 3);
        Assert.Equal((3, 2), (first.Items.Count, rest.Items.Count));
        Assert.Null(rest.Next);
        Assert.Equal(5, first.Items.Concat(rest.Items).Select(item => item.Account.VerifyTokenId).Distinct().Count());
        Assert.Equal((ReconciliationState.VendorOnly, 5), (Assert.Single(first.Counts).Key, first.Counts[ReconciliationState.VendorOnly]));
        Assert.Empty((await portal.Get<DiscrepancyQueries>().PageAsync(Auditor, ReconciliationState.Unprovable, null, 3, CancellationToken.None)).Value.Items);
    }

    [Fact]
    public async Task Statistics_that_a_person_gives_up_leave_nothing_proved()
    {
        await portal.Sandbox.BreakAsync("result/stat", "http500", 1_000_000);
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        var item = (await portal.Get<HarvestQueries>().ListAsync(Administrator, session.Id, CancellationToken.None)).Value.Single(one => one.Kind == HarvestKind.Stat);
        await portal.Get<HarvestDesk>().CloseAsync(Administrator, item.Id, "never mind", CancellationToken.None);
        Assert.Equal(ReconciliationState.Unprovable, Assert.Single((await PageAsync()).Items).Account.State);
    }

    /// <summary>As if it had not been disputed before.</summary>
    private async Task<Result<Guid>> ReopenedAsync(Discrepancy found)
    {
        await portal.Get<PortalStore>().WriteAsync<int>(async write => await write.Set<Dispute>().ExecuteDeleteAsync(), CancellationToken.None);
        return await Desk.OpenAsync(Auditor, found.Account.VerifyTokenId, CancellationToken.None);
    }

    private async Task<(SessionDriver, Discrepancy)> WronglyChargedAsync()
    {
        await portal.Sandbox.ControlAsync("profile", new { charges = "free_as_charged" });
        var session = await SessionDriver.CreateAsync(portal, name: "测试222356");
        await session.GoThroughAsync();
        return (session, (await PageAsync()).Items[0]);
    }

    private async Task<IEnumerable<(ReconciliationState, DisputeState?)>> BooksAsync(Guid session) =>
        (await portal.Get<DiscrepancyQueries>().OfSessionAsync(Auditor, session, CancellationToken.None)).Value.Select(one => (one.Account.State, one.Dispute?.State));

    private async Task<DiscrepancyPage> PageAsync(DiscrepancyPlace? after = null, int limit = 10) =>
        (await portal.Get<DiscrepancyQueries>().PageAsync(Auditor, null, after, limit, CancellationToken.None)).Value;
}
