using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Alarming.Rules;
using FaceH5Portal.Core.Checking;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.People.Keys;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>Each rule about evidence, work and set-up is silent, then alarms at its fault, and is over when the fault is.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private AlarmBench bench = null!;

    private PortalHarness Portal => bench.Portal;

    public async Task InitializeAsync() => bench = await AlarmBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_portal_in_good_health_has_no_alarm_and_writes_to_nobody()
    {
        await bench.GoThroughAsync(3);
        await bench.PassAsync();
        Assert.Empty((await bench.BoardAsync()).Active);
        Assert.Empty(bench.Channel.Heard);
    }

    [Fact]
    public async Task Every_rule_is_watched() => Assert.Equal(
        Enum.GetValues<AlarmRule>(), (await bench.BoardAsync()).Rules.Select(rule => rule.Terms.Rule));

    [Fact]
    [Proves(AlarmRule.EvidenceDeadline)]
    public async Task Evidence_whose_deadline_is_nearer_than_six_hours_is_critical_until_it_is_fetched()
    {
        await Portal.Sandbox.BreakAsync("result/detail", "http500", 1000);
        await bench.GoThroughAsync(1);
        Portal.Advance(TimeSpan.FromHours(65));
        await Portal.SweepAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.EvidenceDeadline));
        Portal.Advance(TimeSpan.FromHours(1.5));
        await Portal.SweepAsync();
        var alarm = Assert.Single(await bench.LookAsync(AlarmRule.EvidenceDeadline));
        Assert.Equal((AlarmSeverity.Critical, 1), (alarm.Severity, alarm.Value));
        await Portal.Sandbox.ControlAsync("faults", new { clear = true });
        Portal.Advance(TimeSpan.FromMinutes(20));
        await Portal.SweepAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.EvidenceDeadline));
    }

    [Fact]
    [Proves(AlarmRule.Unresolved)]
    public async Task A_verdict_that_could_not_be_had_alarms_until_somebody_answers_for_it()
    {
        await Portal.Sandbox.BreakAsync("result/getall", "http500", 100_000);
        var session = await SessionDriver.CreateAsync(Portal);
        await session.GoThroughAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.Unresolved));
        for (var hour = 0; hour < 85; hour++)
        {
            Portal.Advance(TimeSpan.FromHours(1));
            await Portal.SweepAsync();
        }
        Assert.Single(await bench.LookAsync(AlarmRule.Unresolved));
        await Portal.Get<HarvestDesk>().ResolveAsync(AlarmBench.Administrator, session.Id, "Outage", CancellationToken.None);
        Assert.Empty(await bench.LookAsync(AlarmRule.Unresolved));
    }

    [Fact]
    [Proves(AlarmRule.Backlog)]
    public async Task Work_left_lying_alarms_with_its_minutes_until_it_is_done()
    {
        var session = await SessionDriver.CreateAsync(Portal);
        await session.StartAsync();
        await session.CaptureAsync();
        await session.ReturnAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.Backlog));
        Portal.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(7, Assert.Single(await bench.LookAsync(AlarmRule.Backlog)).Value);
        await Portal.SweepAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.Backlog));
    }

    [Fact]
    [Proves(AlarmRule.Disk)]
    public async Task A_disk_that_fills_is_a_warning_then_critical_then_over()
    {
        Assert.Empty(await bench.LookAsync(AlarmRule.Disk));
        Assert.Equal(AlarmSeverity.Warning, (await bench.FillDiskAsync(5000)).Severity);
        Assert.Equal((AlarmSeverity.Critical, 900), (await bench.FillDiskAsync(900)) is var alarm ? (alarm.Severity, alarm.Value) : default);
        bench.Disk.FreeMebibytes = 6000;
        Assert.Empty(await bench.LookAsync(AlarmRule.Disk));
    }

    [Theory]
    [Proves(AlarmRule.SetUp)]
    [InlineData("9999", "283435")]
    [InlineData("2001", "283400")]
    public async Task A_plan_that_the_vendor_does_not_take_alarms_with_its_code(string vendorPlan, string code)
    {
        var plan = await bench.PlanAsync(vendorPlan);
        Assert.Empty(await bench.LookAsync(AlarmRule.SetUp));
        await Portal.Get<SetUpDesk>().CheckAsync(AlarmBench.Administrator, plan, CancellationToken.None);
        var alarm = Assert.Single(await bench.LookAsync(AlarmRule.SetUp));
        Assert.Equal(($"plan/{plan}", code, AlarmSeverity.Critical), (alarm.Subject, alarm.Detail, alarm.Severity));
    }

    [Fact]
    [Proves(AlarmRule.SetUp)]
    public async Task An_app_without_the_permission_alarms_at_the_first_person_who_cannot_be_launched()
    {
        Portal.UseKeysOf("sandbox-no-h5");
        Assert.Empty(await bench.LookAsync(AlarmRule.SetUp));
        Assert.False((await (await SessionDriver.CreateAsync(Portal)).TryStartAsync()).Ok);
        var alarm = Assert.Single(await bench.LookAsync(AlarmRule.SetUp));
        Assert.Equal(("code/6", 1), (alarm.Subject, alarm.Value));
        Portal.Advance(TimeSpan.FromMinutes(61));
        Assert.Empty(await bench.LookAsync(AlarmRule.SetUp));
    }

    [Fact]
    [Proves(AlarmRule.SetUp)]
    public async Task A_quota_that_is_missing_alarms_at_the_second_time_since_one_may_be_haste()
    {
        await Portal.Sandbox.BreakAsync("verifyToken/generate", "error18");
        await (await SessionDriver.CreateAsync(Portal)).TryStartAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.SetUp));
        await Portal.Sandbox.BreakAsync("verifyToken/generate", "error18");
        Portal.Advance(TimeSpan.FromMinutes(2));
        await (await SessionDriver.CreateAsync(Portal)).TryStartAsync();
        Assert.Equal("code/18", Assert.Single(await bench.LookAsync(AlarmRule.SetUp)).Subject);
    }

    [Fact]
    [Proves(AlarmRule.Retention)]
    public async Task What_should_have_been_deleted_hours_ago_alarms_until_it_is()
    {
        await bench.GoThroughAsync(1);
        Portal.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
        Assert.Empty(await bench.LookAsync(AlarmRule.Retention));
        Portal.Advance(TimeSpan.FromHours(2));
        Assert.Equal(AlarmSeverity.Critical, Assert.Single(await bench.LookAsync(AlarmRule.Retention)).Severity);
        await Portal.SweepAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.Retention));
    }

    [Fact]
    [Proves(AlarmRule.Expiry)]
    public async Task A_key_that_ends_soon_alarms_by_its_name_until_it_is_replaced()
    {
        var desk = Portal.Get<KeyDesk>();
        var made = await desk.CreateAsync(AlarmBench.Administrator, new NewKey("crm", [Permission.SeeSessions], Portal.NowUtc.AddDays(20)), CancellationToken.None);
        Assert.Empty(await bench.LookAsync(AlarmRule.Expiry));
        Portal.Advance(TimeSpan.FromDays(10));
        var alarm = Assert.Single(await bench.LookAsync(AlarmRule.Expiry));
        Assert.Equal(("api-key/crm", 10, AlarmSeverity.Warning), (alarm.Detail, alarm.Value, alarm.Severity));
        await desk.RotateAsync(AlarmBench.Administrator, made.Value.Id, Portal.NowUtc.AddDays(2), Portal.NowUtc.AddDays(180), CancellationToken.None);
        Assert.Empty(await bench.LookAsync(AlarmRule.Expiry));
    }

    [Fact]
    [Proves(AlarmRule.Expiry)]
    public async Task A_certificate_that_ends_soon_alarms_and_is_critical_in_its_last_days_until_it_is_renewed()
    {
        var own = new OwnCertificate();
        await using var served = await AlarmBench.StartAsync(services => services.AddSingleton<IEndingThings>(own));
        own.EndUtc = served.Portal.NowUtc.AddDays(20);
        Assert.Empty(await served.LookAsync(AlarmRule.Expiry));
        served.Portal.Advance(TimeSpan.FromDays(7));
        Assert.Equal((AlarmSeverity.Warning, 13), Assert.Single(await served.LookAsync(AlarmRule.Expiry)) is var soon ? (soon.Severity, soon.Value) : default);
        served.Portal.Advance(TimeSpan.FromDays(12));
        Assert.Equal(AlarmSeverity.Critical, Assert.Single(await served.LookAsync(AlarmRule.Expiry)).Severity);
        own.EndUtc = served.Portal.NowUtc.AddDays(90);
        Assert.Empty(await served.LookAsync(AlarmRule.Expiry));
    }

    private sealed class OwnCertificate : IEndingThings
    {
        public DateTime EndUtc { get; set; }

        public IEnumerable<Ending> All() => [new Ending("certificate", EndUtc)];
    }
}
