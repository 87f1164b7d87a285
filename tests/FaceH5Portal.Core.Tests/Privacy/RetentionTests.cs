using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy;
using FaceH5Portal.Core.Privacy.Retaining;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Tests.Erasure;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Privacy;

public sealed class RetentionTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Each_kind_has_its_clock_and_goes_by_it()
    {
        await ChangeAsync("1006", terms => terms with { VideoDays = 1, FaceDays = 2 });
        var session = await SessionDriver.CreateAsync(portal, "1006");
        await session.GoThroughAsync();
        await PassDaysAsync(1);
        Assert.Equal([EvidenceKind.Video], (await portal.ItemsAsync(session)).Where(item => item.DeletedAtUtc is not null).Select(item => item.Kind).Distinct());
        await PassDaysAsync(1);
        Assert.All((await portal.ItemsAsync(session)).Where(item => item.Kind != EvidenceKind.Answer), item => Assert.NotNull(item.DeletedAtUtc));
    }

    [Fact]
    public async Task Keeping_pictures_longer_than_usual_takes_a_purpose()
    {
        var longer = SandboxPlans.All[0] with { VideoDays = 4 };
        Assert.Equal(("retention-purpose-missing", "RetentionPurpose"), FaultOf(longer));
        Assert.Empty(PlanRules.Check(longer with { RetentionPurpose = "Disputes with the bank" }));
        Assert.Equal(("number-out-of-range", "IdentityDays"), FaultOf(SandboxPlans.All[0] with { IdentityDays = 3 }));
    }

    [Fact]
    public async Task What_goes_leaves_a_proof_that_can_be_computed_again()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await PassDaysAsync(3);
        var gone = (await portal.ItemsAsync(session)).Where(item => item.DeletedAtUtc is not null).ToList();
        var run = Assert.Single((await portal.Get<RetentionQueries>().GetAsync(SessionDriver.Operator, default)).Value.Runs);
        Assert.Equal((DeletionRule.TimeOver, gone.Count, gone.Sum(item => item.Bytes)), (run.Rule, run.Items, run.Bytes));
        Assert.Equal(DeletionProof.HashOf(gone.Select(item => item.Sha256)), run.Sha256);
    }

    [Fact]
    public async Task An_erasure_leaves_a_proof_as_well()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await portal.EraseAsync((await portal.SubjectOfAsync(session)).Id);
        var run = Assert.Single((await portal.Get<RetentionQueries>().GetAsync(SessionDriver.Operator, default)).Value.Runs);
        Assert.Equal((DeletionRule.Erasure, (await portal.ItemsAsync(session)).Count), (run.Rule, run.Items));
    }

    [Fact]
    public async Task Name_and_number_go_when_the_plan_says_so_and_the_verdict_stays()
    {
        await ChangeAsync("1001", terms => terms with { IdentityDays = 10 });
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await PassDaysAsync(9);
        Assert.NotNull((await session.SeeAsync()).Row.MaskedName);
        await PassDaysAsync(1);
        var seen = await session.SeeAsync();
        Assert.Equal((null, null, SessionStatus.Passed), (seen.Row.MaskedName, seen.MaskedNumber, seen.Row.Status));
        Assert.NotNull(seen.Attempts[0].Score);
        var subject = await portal.SubjectOfAsync(session);
        Assert.Null(subject.SealedName ?? subject.SealedNumber);
        Assert.Null(subject.NumberIndex ?? subject.NameIndex);
        Assert.All(await portal.ItemsAsync(session), item => Assert.Null(item.BlobId));
        Assert.Equal(1, await AuditsAsync(AuditAction.DataRedacted));
    }

    [Fact]
    public async Task Scores_go_when_the_plan_says_so_and_charges_stay()
    {
        await ChangeAsync("1001", terms => terms with { ScoreDays = 5 });
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await PassDaysAsync(5);
        var seen = await session.SeeAsync();
        Assert.Equal((null, null), (seen.Attempts[0].Score, seen.Attempts[0].LivenessScore));
        Assert.NotNull(seen.Row.MaskedName);
        Assert.Single(seen.Charges);
        Assert.Contains(seen.Timeline, entry => entry.Kind == TimelineKind.ScoresRedacted);
    }

    [Fact]
    public async Task What_should_have_gone_and_is_still_there_is_told()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        portal.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
        Assert.Equal(0, await portal.Get<RetentionQueries>().OverdueAsync(default));
        portal.Advance(TimeSpan.FromHours(2));
        Assert.NotEqual(0, await portal.Get<RetentionQueries>().OverdueAsync(default));
        await portal.SweepAsync();
        Assert.Equal(0, await portal.Get<RetentionQueries>().OverdueAsync(default));
    }

    private static (string, string?) FaultOf(PlanTerms terms)
    {
        var error = Assert.Single(PlanRules.Check(terms));
        return (error.Code, error.Field);
    }

    private async Task ChangeAsync(string vendorPlanId, Func<PlanTerms, PlanTerms> change)
    {
        var plans = portal.Get<PlanService>();
        var plan = (await plans.ListAsync(ErasureBench.Admin, default)).Value.Single(one => one.Terms.VendorPlanId == vendorPlanId);
        Assert.True((await plans.ChangeAsync(ErasureBench.Admin, plan.Id, plan.Version, change(plan.Terms), default)).Ok);
    }

    private async Task PassDaysAsync(int days)
    {
        portal.Advance(TimeSpan.FromDays(days) + TimeSpan.FromMinutes(1));
        await portal.SweepAsync();
        await portal.Get<PrivacyPass>().RunAsync(default);
    }

    private async Task<int> AuditsAsync(AuditAction action)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        return await db.Set<AuditEntry>().CountAsync(entry => entry.Action == action);
    }
}
