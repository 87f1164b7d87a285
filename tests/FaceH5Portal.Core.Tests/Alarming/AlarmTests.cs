using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>How one alarm lives: raised, worse, in hand, put off, over, and the same one when it comes back.</summary>
public sealed class AlarmTests : IAsyncLifetime
{
    private AlarmBench bench = null!;

    public async Task InitializeAsync() => bench = await AlarmBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task The_same_fault_seen_again_and_again_is_one_alarm()
    {
        var alarm = await bench.FillDiskAsync();
        bench.Portal.Advance(TimeSpan.FromMinutes(10));
        var again = await bench.FillDiskAsync(1900);
        Assert.Equal((alarm.Id, 1, 1900, bench.Portal.NowUtc), (again.Id, again.Count, again.Value, again.LastSeenUtc));
        Assert.Equal([AlarmEventKind.Raised], await bench.HistoryAsync(alarm.Id));
    }

    [Fact]
    public async Task What_comes_back_within_a_day_is_the_same_alarm_and_after_that_another()
    {
        var alarm = await bench.FillDiskAsync();
        await EmptyAsync();
        bench.Portal.Advance(TimeSpan.FromHours(23));
        var back = await bench.FillDiskAsync();
        Assert.Equal((alarm.Id, 2, AlarmState.Open), (back.Id, back.Count, back.State));
        Assert.Equal([AlarmEventKind.Raised, AlarmEventKind.Resolved, AlarmEventKind.Raised], await bench.HistoryAsync(alarm.Id));
        await EmptyAsync();
        bench.Portal.Advance(TimeSpan.FromHours(25));
        Assert.NotEqual(alarm.Id, (await bench.FillDiskAsync()).Id);
    }

    [Fact]
    public async Task Who_takes_an_alarm_in_hand_is_named_and_it_comes_up_again_only_when_it_gets_worse()
    {
        var alarm = await bench.FillDiskAsync();
        Assert.True((await bench.Desk.AcknowledgeAsync(SessionDriver.Operator, alarm.Id, CancellationToken.None)).Ok);
        Assert.Equal((AlarmState.Acknowledged, SessionDriver.Operator.Id), await bench.FillDiskAsync() is var held ? (held.State, held.HandledBy) : default);
        Assert.Equal(AlarmState.Open, (await bench.FillDiskAsync(500)).State);
        Assert.Equal([AlarmEventKind.Raised, AlarmEventKind.Acknowledged, AlarmEventKind.Worsened], await bench.HistoryAsync(alarm.Id));
    }

    [Fact]
    public async Task An_alarm_that_is_put_off_comes_up_again_when_the_time_is_over()
    {
        var alarm = await bench.FillDiskAsync();
        Assert.True((await bench.Desk.SnoozeAsync(SessionDriver.Operator, alarm.Id, 2, CancellationToken.None)).Ok);
        bench.Portal.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal(AlarmState.Snoozed, (await bench.FillDiskAsync()).State);
        bench.Portal.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(AlarmState.Open, (await bench.FillDiskAsync()).State);
        Assert.Equal(AlarmEventKind.Woke, (await bench.HistoryAsync(alarm.Id))[^1]);
    }

    [Fact]
    public async Task What_is_over_can_neither_be_taken_in_hand_nor_put_off()
    {
        var alarm = await bench.FillDiskAsync();
        await EmptyAsync();
        Assert.Equal("alarm-over", (await bench.Desk.AcknowledgeAsync(AlarmBench.Administrator, alarm.Id, CancellationToken.None)).Errors[0].Code);
        Assert.Equal("alarm-over", (await bench.Desk.SnoozeAsync(AlarmBench.Administrator, alarm.Id, 1, CancellationToken.None)).Errors[0].Code);
        Assert.Equal("number-out-of-range", (await bench.Desk.SnoozeAsync(AlarmBench.Administrator, alarm.Id, 169, CancellationToken.None)).Errors[0].Code);
        Assert.Equal("not-found", (await bench.Desk.AcknowledgeAsync(AlarmBench.Administrator, Guid.NewGuid(), CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task A_rule_that_is_switched_off_ends_its_alarms()
    {
        await bench.FillDiskAsync();
        await bench.WantAsync(AlarmRule.Disk, 5000, isOn: false);
        Assert.Empty(await bench.LookAsync(AlarmRule.Disk));
    }

    [Fact]
    public async Task Acts_and_changes_are_in_the_audit_and_an_owner_is_not()
    {
        var alarm = await bench.FillDiskAsync();
        await bench.Desk.AcknowledgeAsync(AlarmBench.Administrator, alarm.Id, CancellationToken.None);
        await bench.Desk.SnoozeAsync(AlarmBench.Administrator, alarm.Id, 1, CancellationToken.None);
        await bench.WantAsync(AlarmRule.Disk, 4000, "Wang Fang", from: new TimeOnly(22, 0), until: new TimeOnly(7, 0));
        await using var db = await bench.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var entries = await db.Set<AuditEntry>().OrderBy(entry => entry.Sequence).ToListAsync();
        Assert.Equal([AuditAction.AlarmAcknowledged, AuditAction.AlarmSnoozed, AuditAction.AlarmRuleChanged], entries.TakeLast(3).Select(entry => entry.Action));
        Assert.Equal("on 4000 22:00-07:00", entries[^1].Note);
    }

    [Theory]
    [InlineData(99, null, null, "number-out-of-range")]
    [InlineData(5000, "two\nlines", null, "alarm-owner")]
    [InlineData(5000, null, 22, "alarm-quiet-half")]
    public async Task What_cannot_be_wanted_of_a_rule_is_refused(long threshold, string? owner, int? from, string code)
    {
        var wanted = new WantedRule(true, threshold, owner, from is { } hour ? new TimeOnly(hour, 0) : null, null);
        Assert.Equal(code, Assert.Single((await bench.Desk.SetRuleAsync(AlarmBench.Administrator, AlarmRule.Disk, 0, wanted, CancellationToken.None)).Errors).Code);
    }

    [Fact]
    public async Task Of_two_who_change_a_rule_at_once_the_second_is_told_and_an_operator_may_not()
    {
        var wanted = new WantedRule(true, 4000, null, null, null);
        Assert.True((await bench.Desk.SetRuleAsync(AlarmBench.Administrator, AlarmRule.Disk, 0, wanted, CancellationToken.None)).Ok);
        Assert.Equal(PortalError.ChangedMeanwhile, (await bench.Desk.SetRuleAsync(AlarmBench.Administrator, AlarmRule.Disk, 0, wanted, CancellationToken.None)).Errors[0].Code);
        Assert.Equal(PortalError.AccessDenied, (await bench.Desk.SetRuleAsync(SessionDriver.Operator, AlarmRule.Disk, 1, wanted, CancellationToken.None)).Errors[0].Code);
    }

    private async Task EmptyAsync()
    {
        bench.Disk.FreeMebibytes = 100_000;
        Assert.Empty(await bench.LookAsync(AlarmRule.Disk));
    }
}
