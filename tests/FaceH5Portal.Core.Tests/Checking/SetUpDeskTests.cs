using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Checking;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Checking;

public sealed class SetUpDeskTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_good_set_up_is_good_at_every_step_but_the_one_that_only_a_person_can_show()
    {
        var check = await CheckAsync("1001");
        Assert.Equal(["Keys:ok", "Permission:ok", "Plan:ok", "Results:unproven", "Clock:ok"], Codes(check));
        Assert.Equal((false, SetUpMark.Unknown), (check.IsFailing, check.Mark));
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        check = await CheckAsync("1001");
        Assert.Equal(("Results:ok", SetUpMark.Good), (Codes(check)[3], check.Mark));
    }

    [Fact]
    public async Task Nothing_is_asked_about_the_token_that_a_check_mints()
    {
        await CheckAsync("1001");
        Assert.Equal(["/oauth/2.0/token", "/oauth/2.0/token", "verifyToken/generate"],
            (await portal.Sandbox.CallsAsync()).Order(StringComparer.Ordinal));
        await portal.OutliveTokenAsync();
        Assert.Equal(0, await portal.Sandbox.QuestionsAsync());
    }

    [Theory]
    [InlineData("9999", SetUpCode.PlanUnknown, "283435")]
    [InlineData("2001", SetUpCode.PlanOfAnotherApp, "283400")]
    public async Task A_plan_that_cannot_be_used_is_named_with_the_vendors_code(string vendorPlan, string code, string detail)
    {
        var check = await CheckAsync(await MakeAsync(vendorPlan));
        Assert.Equal((code, detail, SetUpMark.Wrong), (Plan(check).Code, Plan(check).Detail, Plan(check).Mark));
        Assert.True(check.IsFailing);
    }

    [Fact]
    public async Task An_app_without_the_solution_fails_at_permission_and_plan()
    {
        portal.UseKeysOf("sandbox-no-h5");
        Assert.Equal(["Keys:ok", "Permission:no-permission", "Plan:no-permission", "Results:unproven", "Clock:ok"], Codes(await CheckAsync("1001")));
    }

    [Fact]
    public async Task Keys_that_the_vendor_does_not_take_stop_the_check_there()
    {
        portal.UseKeysOf("nobodys");
        var check = await CheckAsync("1001");
        Assert.Equal(["Keys:keys-refused", "Permission:not-reached", "Plan:not-reached", "Results:unproven", "Clock:not-reached"], Codes(check));
        Assert.Equal("invalid_client", check.Findings[0].Detail);
    }

    [Fact]
    public async Task A_vendor_that_is_away_is_no_fault_of_the_set_up()
    {
        await portal.Sandbox.SwitchOffAsync();
        var check = await CheckAsync("1001");
        Assert.Equal((SetUpCode.Unreachable, false), (check.Findings[0].Code, check.IsFailing));
        await portal.Sandbox.SwitchOnAsync();
        await portal.Sandbox.BreakAsync("verifyToken/generate", "http500");
        Assert.False((await CheckAsync("1001")).IsFailing);
        await portal.Sandbox.BreakAsync("verifyToken/generate", "error17");
        Assert.Equal(SetUpCode.QuotaUsed, Plan(await CheckAsync("1001")).Code);
    }

    [Theory]
    [InlineData(61, SetUpCode.Ahead)]
    [InlineData(-7200, SetUpCode.Behind)]
    [InlineData(-59, SetUpCode.Ok)]
    public async Task A_clock_that_goes_wrong_is_told_by_how_much(int aheadSeconds, string code)
    {
        portal.Wire.BeforeHearingOf("/oauth/2.0/token", answer =>
        {
            answer.Headers.Date = portal.NowUtc - TimeSpan.FromSeconds(aheadSeconds);
            return Task.CompletedTask;
        });
        var clock = (await CheckAsync("1001")).Findings[4];
        Assert.Equal((code, code == SetUpCode.Ok ? null : $"{Math.Abs(aheadSeconds)}"), (clock.Code, clock.Detail));
    }

    [Fact]
    public async Task Results_that_are_refused_again_and_again_show_a_service_that_nobody_pays_for()
    {
        await portal.Sandbox.ControlAsync("profile", new { v4_quota = "none" });
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        Assert.Equal("Results:unproven", Codes(await CheckAsync("1001"))[3]);
        portal.Advance(TimeSpan.FromMinutes(10));
        await portal.SweepAsync();
        Assert.Equal("Results:not-active", Codes(await CheckAsync("1001"))[3]);
        Assert.True((await WaitingAsync()).ResultsRefused);

        await portal.Sandbox.ControlAsync("profile", new { v4_quota = "active" });
        portal.Advance(TimeSpan.FromHours(1));
        await portal.SweepAsync();
        Assert.Equal("Results:ok", Codes(await CheckAsync("1001"))[3]);
        Assert.False((await WaitingAsync()).ResultsRefused);
    }

    [Fact]
    public async Task A_failing_plan_raises_an_alarm_until_it_is_changed_or_checks_well()
    {
        var plan = await MakeAsync("9999");
        Assert.Equal(0, (await WaitingAsync()).FailingSetUps);
        await CheckAsync(plan);
        Assert.Equal(1, (await WaitingAsync()).FailingSetUps);
        await portal.Get<PlanService>().ChangeAsync(Administrator, plan, 1, SandboxPlans.All[0], default);
        Assert.Equal(0, (await WaitingAsync()).FailingSetUps);
        await CheckAsync(plan);
        Assert.Equal(0, (await WaitingAsync()).FailingSetUps);
    }

    [Fact]
    public async Task A_check_is_remembered_and_in_the_audit_and_not_for_everybody()
    {
        var check = await CheckAsync("1001");
        Assert.Equal(check.CheckedAtUtc, (await Desk.LastAsync(SessionDriver.Operator, default)).Value[check.PlanId].CheckedAtUtc);
        Assert.Equal(PortalError.AccessDenied, (await Desk.CheckAsync(SessionDriver.Operator, check.PlanId, default)).Errors[0].Code);
        Assert.Equal("plan-unknown", (await Desk.CheckAsync(Administrator, Guid.NewGuid(), default)).Errors[0].Code);
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        var entry = await db.Set<AuditEntry>().SingleAsync(known => known.Action == AuditAction.SetUpChecked);
        Assert.Equal("Keys:ok Permission:ok Plan:ok Results:unproven Clock:ok", entry.Note);
    }

    private SetUpDesk Desk => portal.Get<SetUpDesk>();

    private static string[] Codes(SetUpCheck check) => [.. check.Findings.Select(finding => $"{finding.Step}:{finding.Code}")];

    private static SetUpFinding Plan(SetUpCheck check) => check.Findings.Single(finding => finding.Step == SetUpStep.Plan);

    private async Task<Guid> MakeAsync(string vendorPlan) =>
        (await portal.Get<PlanService>().CreateAsync(Administrator, SandboxPlans.All[0] with { VendorPlanId = vendorPlan }, default)).Value;

    private async Task<SetUpCheck> CheckAsync(string vendorPlan) => await CheckAsync(
        (await portal.Get<PlanService>().ListAsync(Administrator, default)).Value.Single(plan => plan.Terms.VendorPlanId == vendorPlan).Id);

    private async Task<SetUpCheck> CheckAsync(Guid plan) => (await Desk.CheckAsync(Administrator, plan, default)).Value;

    private async Task<Waiting> WaitingAsync() => (await portal.Get<WaitingQueries>().GetAsync(Administrator, default)).Value;
}
