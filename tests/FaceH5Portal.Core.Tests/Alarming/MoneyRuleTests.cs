using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Billing.Budgets;
using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Core.Billing.Packages;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>Each rule about money is silent, then alarms at its fault, and is over when the fault is.</summary>
public sealed class MoneyRuleTests : IAsyncLifetime
{
    private AlarmBench bench = null!;

    private PortalHarness Portal => bench.Portal;

    public async Task InitializeAsync() => bench = await AlarmBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    [Proves(AlarmRule.Budget)]
    public async Task A_budget_alarms_at_four_fifths_and_is_critical_when_it_is_used_up()
    {
        var cap = (await Portal.Get<BudgetDesk>().SetAsync(
            AlarmBench.Administrator, new NewCap(BudgetScope.Everything, null, BudgetPeriod.Day, 5), CancellationToken.None)).Value;
        await bench.GoThroughAsync(3);
        Assert.Empty(await bench.LookAsync(AlarmRule.Budget));
        await bench.GoThroughAsync(1);
        var alarm = Assert.Single(await bench.LookAsync(AlarmRule.Budget));
        Assert.Equal(($"budget/{cap}", 80, AlarmSeverity.Warning), (alarm.Subject, alarm.Value, alarm.Severity));
        await bench.GoThroughAsync(1);
        Assert.Equal(AlarmSeverity.Critical, Assert.Single(await bench.LookAsync(AlarmRule.Budget)).Severity);
        Portal.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await bench.LookAsync(AlarmRule.Budget));
    }

    [Fact]
    public async Task A_cap_of_nothing_is_meant_and_no_alarm()
    {
        await Portal.Get<BudgetDesk>().SetAsync(AlarmBench.Administrator, new NewCap(BudgetScope.Everything, null, BudgetPeriod.Day, 0), CancellationToken.None);
        Assert.Empty(await bench.LookAsync(AlarmRule.Budget));
    }

    [Fact]
    [Proves(AlarmRule.Package)]
    public async Task A_package_alarms_when_it_runs_out_within_a_week_and_not_once_another_is_there()
    {
        await PackAsync(5);
        await bench.GoThroughAsync(2);
        Assert.Empty(await bench.LookAsync(AlarmRule.Package));
        Portal.Advance(TimeSpan.FromDays(1));
        var alarm = Assert.Single(await bench.LookAsync(AlarmRule.Package));
        Assert.Equal(("package/Verify", AlarmSeverity.Warning), (alarm.Subject, alarm.Severity));
        Assert.InRange(alarm.Value, 1, 7);
        await PackAsync(1000);
        Assert.Empty(await bench.LookAsync(AlarmRule.Package));
    }

    [Fact]
    [Proves(AlarmRule.Reconciliation)]
    public async Task Books_that_do_not_agree_alarm_until_they_are_put_before_the_vendor()
    {
        await bench.GoThroughAsync(1);
        Assert.Empty(await bench.LookAsync(AlarmRule.Reconciliation));
        await Portal.Sandbox.ControlAsync("profile", new { charges = "free_as_charged" });
        await (await SessionDriver.CreateAsync(Portal, name: "测试222356")).GoThroughAsync();
        Assert.Equal(1, Assert.Single(await bench.LookAsync(AlarmRule.Reconciliation)).Value);
        var found = (await Portal.Get<DiscrepancyQueries>().PageAsync(AlarmBench.Administrator, null, null, 10, CancellationToken.None)).Value.Items[0];
        await Portal.Get<DisputeDesk>().OpenAsync(AlarmBench.Administrator, found.Account.VerifyTokenId, CancellationToken.None);
        Assert.Empty(await bench.LookAsync(AlarmRule.Reconciliation));
    }

    private async Task PackAsync(int units) => await Portal.Get<PackageDesk>().AddAsync(
        AlarmBench.Administrator, new NewPackage(ChargeType.Verify, units, ChinaDate.Today(Portal.Clock), null), CancellationToken.None);
}
