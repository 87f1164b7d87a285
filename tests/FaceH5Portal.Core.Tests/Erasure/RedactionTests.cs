using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Erasure;

/// <summary>What becomes of the sessions of somebody who is erased.</summary>
public sealed class RedactionTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await RedactionBench.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_person_with_a_finished_a_running_and_an_owed_session_is_erased_in_one_go_and_nothing_is_asked_any_more()
    {
        var (passed, owed, running) = (await PassedAsync(), await OwedAsync(), await SessionDriver.CreateAsync(portal));
        await running.StartAsync();
        Assert.Equal(new ErasureScope(3, 1), (await portal.Get<PersonErasure>().ScopeAsync(ErasureBench.Admin, running.Id, CancellationToken.None)).Value);

        Assert.True((await running.EraseAsync(portal)).Ok);

        Assert.Equal([SessionStatus.Passed, SessionStatus.Passed, SessionStatus.Cancelled],
            [await passed.StatusAsync(), await owed.StatusAsync(), await running.StatusAsync()]);
        Assert.Equal([HarvestState.Complete, HarvestState.Lost, HarvestState.Lost],
            [(await passed.SeeAsync()).Harvest, (await owed.SeeAsync()).Harvest, (await running.SeeAsync()).Harvest]);
        await portal.LiveOnInPeaceAsync();
        foreach (var session in new[] { passed, owed, running })
            await IsRedactedAsync(session);
    }

    [Fact]
    public async Task Verdict_scores_hashes_consent_and_charges_stay()
    {
        var session = await PassedAsync();
        var before = await session.SeeAsync();
        await session.EraseAsync(portal);
        var after = await session.SeeAsync();
        Assert.Equivalent(before.Attempts, after.Attempts);
        Assert.Equivalent(before.Charges, after.Charges);
        Assert.Equal(before.Evidence.Select(item => item.Sha256).Order(), after.Evidence.Select(item => item.Sha256).Order());
        Assert.Equal((before.Row.Outcome, before.Row.Status), (after.Row.Outcome, after.Row.Status));
        Assert.True((await portal.Get<SessionEvidence>().OpenConsentAsync(ErasureBench.Admin, session.Id, null, CancellationToken.None)).Ok);
        var face = await portal.Get<SessionEvidence>().OpenAsync(ErasureBench.Admin, session.Id, EvidenceKind.Face, null, CancellationToken.None);
        Assert.Equal("subject-erased", face.Errors[0].Code);
    }

    [Fact]
    public async Task The_running_session_ends_by_the_lifecycle_and_timeline_and_audit_say_so()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.EraseAsync(portal);
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Cancelled, SessionRedaction.Code), (seen.Row.Status, seen.Row.Reason));
        Assert.Equal([TimelineKind.Cancelled, TimelineKind.PersonErased], seen.Timeline.TakeLast(2).Select(entry => entry.Kind));
        Assert.Equal([AuditAction.SessionCancelled, AuditAction.SessionRedacted], await portal.AuditAsync(session));
        var token = Assert.Single(await portal.TokensAsync(session));
        Assert.Equal((null, portal.NowUtc, SessionRedaction.Code), (token.DueUtc, token.EndedAtUtc, token.LastFault));
        Assert.Equal("link-closed", (await session.TryStartAsync()).Errors[0].Code);
    }

    [Fact]
    public async Task What_was_owed_is_given_up_by_the_eraser_and_for_their_reason()
    {
        var session = await OwedAsync();
        await session.EraseAsync(portal);
        var lost = Assert.Single(await portal.DebtsAsync(session), row => row.State == HarvestItemState.Lost);
        Assert.Equal((HarvestKind.Detail, ErasureBench.Admin.Id, ErasureBench.Reason, SessionRedaction.Code), (lost.Kind, lost.ClosedBy, lost.ClosedReason, lost.LastFault));
        Assert.Null(lost.DueUtc);
        Assert.Equal([AuditAction.ItemClosedAsLost, AuditAction.SessionRedacted], await portal.AuditAsync(session));
        Assert.Equal("nothing-owed", (await portal.Get<HarvestDesk>().RetryAsync(SessionDriver.Operator, session.Id, CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task A_person_who_comes_back_after_the_erasure_starts_no_question()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        await session.EraseAsync(portal);
        Assert.Equal(session.Id, (await session.ReturnAsync()).Value);
        await portal.LiveOnInPeaceAsync();
        Assert.Equal(SessionStatus.Cancelled, await session.StatusAsync());
    }

    [Fact]
    public async Task Words_of_the_desk_that_may_name_the_person_go_and_who_spoke_them_stays()
    {
        var session = await OwedAsync();
        var item = (await portal.DebtsAsync(session)).Single(row => row.State == HarvestItemState.Owed);
        await portal.Get<HarvestDesk>().CloseAsync(ErasureBench.Admin, item.Id, "测试甲 does not want it", CancellationToken.None);
        await portal.ChangeAsync(write => write.Set<VerificationSession>().Where(s => s.Id == session.Id).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.ResolvedBy, "lee").SetProperty(s => s.ResolvedReason, "测试甲 called")));
        await session.EraseAsync(portal);
        var seen = await session.SeeAsync();
        Assert.Equal(("lee", SessionRedaction.Code), (seen.ResolvedBy, seen.ResolvedReason));
        Assert.Equal((ErasureBench.Admin.Id, SessionRedaction.Code), Assert.Single(await portal.DebtsAsync(session), row => row.Id == item.Id) is var row ? (row.ClosedBy, row.ClosedReason) : default);
        Assert.False(portal.FilesHold("测试甲"));
    }

    [Fact]
    public async Task A_verdict_that_was_lost_before_is_answered_for_by_the_eraser()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await portal.ChangeAsync(write => write.Set<VerificationSession>().Where(s => s.Id == session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SessionStatus.Unresolved)));
        await session.EraseAsync(portal);
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Unresolved, ErasureBench.Admin.Id, ErasureBench.Reason, HarvestState.Lost), (seen.Row.Status, seen.ResolvedBy, seen.ResolvedReason, seen.Harvest));
    }

    [Fact]
    public async Task A_redacted_session_never_reads_as_one_whose_pictures_ran_out()
    {
        var session = await PassedAsync();
        await session.EraseAsync(portal);
        // As a write would have left it that was under way while the erasure came.
        var blob = new EvidenceBlob { Id = Guid.NewGuid(), Sealed = [1] };
        await portal.ChangeAsync(async write =>
        {
            write.Add(blob);
            var video = write.Of<EvidenceItem>(nameof(EvidenceItem.SessionId), session.Id).Single(item => item.Kind == EvidenceKind.Video);
            (video.DeletedAtUtc, video.BlobId) = (null, blob.Id);
            return 1;
        });
        portal.Advance(TimeSpan.FromDays(4));
        await portal.SweepAsync();
        var seen = await session.SeeAsync();
        Assert.Equal(TimelineKind.MediaDeleted, seen.Timeline[^1].Kind);
        Assert.Equal(PrivacyState.Redacted, seen.Privacy);
    }

    [Fact]
    public async Task An_unknown_session_and_a_second_time_are_errors_with_a_code()
    {
        var session = await PassedAsync();
        await session.EraseAsync(portal);
        Assert.Equal("subject-erased", (await session.EraseAsync(portal)).Errors[0].Code);
        var unknown = await portal.Get<PersonErasure>().EraseAsync(ErasureBench.Admin, Guid.NewGuid(), ErasureBench.Reason, null, CancellationToken.None);
        Assert.Equal("session-unknown", unknown.Errors[0].Code);
        Assert.Equal("session-unknown", (await portal.Get<PersonErasure>().ScopeAsync(ErasureBench.Admin, Guid.NewGuid(), CancellationToken.None)).Errors[0].Code);
    }

    private async Task<SessionDriver> PassedAsync()
    {
        var session = await SessionDriver.CreateAsync(portal, "1006");
        Assert.Equal(HarvestState.Complete, (await session.GoThroughAsync()).Harvest);
        return session;
    }

    private async Task<SessionDriver> OwedAsync()
    {
        await portal.Sandbox.BreakAsync("result/detail", "http500", 1000);
        var session = await SessionDriver.CreateAsync(portal);
        Assert.Equal(HarvestState.Partial, (await session.GoThroughAsync()).Harvest);
        return session;
    }

    private async Task IsRedactedAsync(SessionDriver session)
    {
        var seen = await session.SeeAsync();
        Assert.Equal((PrivacyState.Redacted, null, null, null), (seen.Privacy, seen.Row.MaskedName, seen.MaskedNumber, seen.Link));
        Assert.Contains(seen.Timeline, entry => entry.Kind == TimelineKind.PersonErased);
        var found = (await portal.Get<SessionSearch>().FindAsync(SessionDriver.Operator, new SessionFilter { Limit = 25 }, CancellationToken.None)).Value;
        Assert.Null(found.Items.Single(item => item.Session.Id == session.Id).Subject);
        Assert.Null((await portal.Get<SessionDossiers>().GetAsync(ErasureBench.Admin, session.Id, CancellationToken.None)).Value.Subject);
    }
}
