using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Journey;

public sealed class WayOutTests : IAsyncLifetime
{
    private JourneyBench bench = null!;

    public async Task InitializeAsync() => bench = await JourneyBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    private WayOut Way => bench.Portal.Get<WayOut>();

    [Fact]
    public async Task Who_asks_for_another_way_is_put_before_an_operator_and_sent_nowhere()
    {
        var session = await bench.InviteAsync(identity: JourneyBench.Resident(JourneyBench.Adult));
        Assert.True((await Way.AskOtherWayAsync(session, " 010-00000000 ", CancellationToken.None)).Ok);
        Assert.True((await Way.AskOtherWayAsync(session, null, CancellationToken.None)).Ok);
        var row = await bench.RowAsync(session);
        Assert.Equal((SessionStatus.Cancelled, WayOut.OtherWayReason, ReviewState.Needed), (row.Status, row.Reason, row.Review));
        var view = await bench.ViewAsync(session);
        Assert.Equal((JourneyStep.Done, true, false), (view.Step, view.OtherWayRequested, view.MayAskOtherWay));
        Assert.Single(await bench.AllAsync<TimelineEntry>(), entry => entry.Kind == TimelineKind.OtherWayRequested);
        Assert.Equal("link-closed", JourneyBench.CodeOf(await bench.Journey.StartAsync(session, CancellationToken.None)));
        Assert.Empty(await bench.Portal.Sandbox.CallsAsync());
    }

    [Fact]
    public async Task How_to_reach_them_is_shown_to_who_may_see_it_and_the_look_is_recorded()
    {
        var session = await bench.InviteAsync(identity: JourneyBench.Resident(JourneyBench.Adult));
        await Way.AskOtherWayAsync(session, "010-00000000", CancellationToken.None);
        var desk = bench.Portal.Get<RevealDesk>();
        var told = await desk.ContactAsync(SessionDriver.Operator, session, RevealReason.OtherWay, CancellationToken.None);
        Assert.Equal("010-00000000", told.Value);
        Assert.Single(await bench.AllAsync<AuditEntry>(), entry => entry.Action == AuditAction.PersonalDataSeen);
        var auditor = Actor.InRole("test-auditor", "Auditor", Role.Auditor);
        Assert.Equal(PortalError.AccessDenied, JourneyBench.CodeOf(await desk.ContactAsync(auditor, session, RevealReason.OtherWay, CancellationToken.None)));
    }

    [Fact]
    public async Task After_a_failure_another_way_may_still_be_asked_for_and_the_verdict_stays()
    {
        var driver = await SessionDriver.CreateAsync(bench.Portal, name: "测试222351");
        await driver.GoThroughAsync();
        Assert.Equal(SessionStatus.Failed, await driver.StatusAsync());
        await Way.AskOtherWayAsync(driver.Id, null, CancellationToken.None);
        var row = await bench.RowAsync(driver.Id);
        Assert.Equal((SessionStatus.Failed, "222351", ReviewState.Needed), (row.Status, row.Reason, row.Review));
    }

    [Fact]
    public async Task A_contact_that_is_too_long_is_refused_and_nothing_ends()
    {
        var session = await bench.InviteAsync(identity: JourneyBench.Resident(JourneyBench.Adult));
        Assert.Equal("text-too-long", JourneyBench.CodeOf(await Way.AskOtherWayAsync(session, new string('1', 201), CancellationToken.None)));
        Assert.Equal(JourneyStep.Consent, await bench.StepAsync(session));
    }

    [Fact]
    public async Task Who_withdraws_after_passing_loses_the_pictures_at_once_and_the_verdict_and_charges_stay()
    {
        var driver = await SessionDriver.CreateAsync(bench.Portal, "1006");
        await driver.GoThroughAsync();
        await Way.WithdrawAsync(driver.Id, CancellationToken.None);
        await bench.Portal.SweepAsync();
        var seen = await driver.SeeAsync();
        Assert.Equal((SessionStatus.Passed, PrivacyState.MediaDeleted), (seen.Row.Status, seen.Privacy));
        Assert.NotEmpty(seen.Charges);
        Assert.All(seen.Evidence.Where(item => item.Kind != EvidenceKind.Answer), item => Assert.NotNull(item.DeletedAtUtc));
        Assert.False((await bench.ViewAsync(driver.Id)).MayWithdraw);
    }

    [Theory]
    [InlineData("1002")]
    [InlineData("1006")]
    public async Task Who_withdraws_in_the_middle_is_stopped_and_no_picture_of_them_is_fetched_any_more(string plan)
    {
        var driver = await SessionDriver.CreateAsync(bench.Portal, plan);
        await driver.StartAsync();
        await driver.CaptureAsync();
        await Way.WithdrawAsync(driver.Id, CancellationToken.None);
        await driver.ReturnAsync();
        await bench.Portal.SweepAsync();
        await bench.Portal.OutliveTokenAsync();
        var seen = await driver.SeeAsync();
        Assert.Equal((SessionStatus.Cancelled, WayOut.WithdrawnReason), (seen.Row.Status, seen.Row.Reason));
        Assert.NotEmpty(seen.Charges);
        // What may be kept without end holds no picture, neither as a file nor inside an answer.
        Assert.All(seen.Evidence, item => Assert.Equal((EvidenceKind.Answer, null), (item.Kind, item.KeepUntilUtc)));
        Assert.All(await bench.AllAsync<HarvestItem>(), item => Assert.NotEqual(HarvestItemState.Owed, item.State));
        Assert.Equal(0, await bench.Portal.Sandbox.CallsOfAsync("result/media/query"));
    }

    [Fact]
    public async Task Who_never_agreed_has_nothing_to_withdraw()
    {
        var session = await bench.InviteAsync(identity: JourneyBench.Resident(JourneyBench.Adult));
        await Way.WithdrawAsync(session, CancellationToken.None);
        Assert.Equal(JourneyStep.Consent, await bench.StepAsync(session));
    }
}
