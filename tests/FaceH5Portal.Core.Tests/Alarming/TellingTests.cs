using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Alarming.Telling;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>What leaves the portal, when, and what becomes of it while nobody takes it.</summary>
public sealed class TellingTests : IAsyncLifetime
{
    private AlarmBench bench = null!;

    private List<AlarmReport> Heard => bench.Channel.Heard;

    public async Task InitializeAsync() => bench = await AlarmBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_fault_is_told_once_when_it_comes_and_once_when_it_is_over()
    {
        await bench.FillDiskAsync();
        await bench.FillDiskAsync();
        Assert.Equal(AlarmNoticeKind.Raised, Assert.Single(Heard).Kind);
        bench.Disk.FreeMebibytes = 100_000;
        await bench.PassAsync();
        await bench.PassAsync();
        Assert.Equal([AlarmNoticeKind.Raised, AlarmNoticeKind.Resolved], Heard.Select(report => report.Kind));
        Assert.All(Heard, report => Assert.Equal(AlarmRule.Disk, Assert.Single(report.Lines).Rule));
    }

    [Fact]
    public async Task Several_faults_of_one_pass_are_one_message()
    {
        bench.Disk.FreeMebibytes = 2000;
        await bench.WantAsync(AlarmRule.ConsentsOfAddress, 2);
        foreach (var _ in Enumerable.Range(0, 2))
            await (await SessionDriver.CreateAsync(bench.Portal)).StartAsync();
        await bench.PassAsync();
        Assert.Equal([AlarmRule.Disk, AlarmRule.ConsentsOfAddress], Assert.Single(Heard).Lines.Select(line => line.Rule).Order());
    }

    [Fact]
    public async Task What_comes_and_goes_is_not_told_each_time()
    {
        for (var i = 0; i < 4; i++)
        {
            await bench.FillDiskAsync();
            bench.Disk.FreeMebibytes = 100_000;
            await bench.PassAsync();
            bench.Portal.Advance(TimeSpan.FromMinutes(2));
        }
        Assert.Equal([AlarmNoticeKind.Raised, AlarmNoticeKind.Resolved], Heard.Select(report => report.Kind));
    }

    [Fact]
    public async Task Quiet_hours_hold_a_warning_back_until_they_end_and_let_what_is_critical_through()
    {
        // It is ten in the morning in Shanghai.
        await bench.WantAsync(AlarmRule.Disk, 5000, from: new TimeOnly(9, 0), until: new TimeOnly(12, 30));
        await bench.FillDiskAsync();
        Assert.Empty(Heard);
        Assert.Single((await bench.BoardAsync()).Active);
        await bench.FillDiskAsync(500);
        Assert.Equal(AlarmSeverity.Critical, Assert.Single(Heard).Lines[0].Severity);
        bench.Portal.Advance(TimeSpan.FromHours(2.5));
        await bench.FillDiskAsync(500);
        Assert.Single(Heard);
    }

    [Fact]
    public async Task A_warning_is_told_when_the_quiet_hours_end()
    {
        await bench.WantAsync(AlarmRule.Disk, 5000, from: new TimeOnly(9, 0), until: new TimeOnly(12, 30));
        await bench.FillDiskAsync();
        bench.Portal.Advance(TimeSpan.FromHours(2.5));
        await bench.FillDiskAsync();
        Assert.Equal(AlarmSeverity.Warning, Assert.Single(Heard).Lines[0].Severity);
    }

    [Fact]
    public async Task What_is_over_before_the_quiet_hours_are_is_never_told()
    {
        await bench.WantAsync(AlarmRule.Disk, 5000, from: new TimeOnly(9, 0), until: new TimeOnly(12, 30));
        await bench.FillDiskAsync();
        bench.Disk.FreeMebibytes = 100_000;
        await bench.PassAsync();
        bench.Portal.Advance(TimeSpan.FromHours(3));
        await bench.PassAsync();
        Assert.Empty(Heard);
    }

    [Fact]
    public async Task An_owner_gets_the_messages_of_their_rule()
    {
        await bench.WantAsync(AlarmRule.Disk, 5000, "disk@example.com");
        await bench.FillDiskAsync();
        Assert.Equal("disk@example.com", Assert.Single(Heard).Owner);
    }

    [Fact]
    [Proves(AlarmRule.Telling)]
    public async Task What_is_not_taken_is_sent_again_with_the_same_id_and_shown_on_the_console_meanwhile()
    {
        var asked = 0;
        bench.Channel.Fails = () => Task.FromResult<string?>(++asked > 0 ? "unreachable" : null);
        await bench.FillDiskAsync();
        await bench.FillDiskAsync();
        Assert.Equal(1, asked);
        Assert.Empty(await bench.LookAsync(AlarmRule.Telling));
        bench.Portal.Advance(TimeSpan.FromMinutes(1));
        await bench.PassAsync();
        Assert.Equal(2, asked);
        var shown = Assert.Single(await bench.LookAsync(AlarmRule.Telling));
        Assert.Equal(("channel/test", "unreachable"), (shown.Subject, shown.Detail));
        bench.Channel.Fails = null;
        bench.Portal.Advance(TimeSpan.FromHours(1));
        await bench.PassAsync();
        Assert.Contains(Heard, report => report.Lines.Any(line => line.Rule == AlarmRule.Disk));
        Assert.Empty(await bench.LookAsync(AlarmRule.Telling));
    }

    [Fact]
    public async Task A_channel_that_breaks_harms_neither_the_pass_nor_a_verification()
    {
        bench.Channel.Fails = () => throw new InvalidOperationException("broken");
        await bench.FillDiskAsync();
        await bench.GoThroughAsync(1);
        bench.Portal.Advance(TimeSpan.FromMinutes(2));
        await bench.PassAsync();
        Assert.Equal(NoticeSender.Broken, Assert.Single(await bench.LookAsync(AlarmRule.Telling)).Detail);
    }

    [Fact]
    public async Task A_channel_that_hangs_holds_up_no_verification_and_the_pass_no_longer_than_it_may()
    {
        await using var hanging = await AlarmBench.StartAsync(services => services.AddSingleton(new AlarmSettings { Patience = TimeSpan.FromMilliseconds(200) }));
        await hanging.WantAsync(AlarmRule.Telling, 1);
        hanging.Channel.Fails = () => new TaskCompletionSource<string?>().Task;
        hanging.Disk.FreeMebibytes = 2000;
        var pass = hanging.PassAsync();
        await hanging.GoThroughAsync(1);
        await pass;
        Assert.Equal(NoticeSender.TimedOut, Assert.Single(await hanging.LookAsync(AlarmRule.Telling)).Detail);
    }

    [Fact]
    public async Task The_days_digest_comes_once_after_its_hour_with_what_is_open_and_what_was()
    {
        // Nine o'clock of the first day has passed with nothing to tell.
        await bench.PassAsync();
        await bench.FillDiskAsync();
        Heard.Clear();
        bench.Portal.Advance(TimeSpan.FromHours(22));
        await bench.FillDiskAsync();
        Assert.Empty(Heard);
        bench.Portal.Advance(TimeSpan.FromHours(1.5));
        await bench.FillDiskAsync();
        await bench.FillDiskAsync();
        var digest = Assert.Single(Heard);
        Assert.Equal((AlarmNoticeKind.Digest, AlarmRule.Disk), (digest.Kind, Assert.Single(digest.Lines).Rule));
    }

    [Fact]
    public async Task A_day_without_anything_has_no_digest()
    {
        for (var hour = 0; hour < 48; hour++)
        {
            await bench.PassAsync();
            bench.Portal.Advance(TimeSpan.FromHours(1));
        }
        Assert.Empty(Heard);
    }
}
