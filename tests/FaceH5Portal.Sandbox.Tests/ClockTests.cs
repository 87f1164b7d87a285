using FaceH5Portal.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Sandbox.Tests;

public class ClockTests
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    [Fact]
    public void It_is_the_inner_clock_plus_its_offset()
    {
        var inner = new FakeTimeProvider(RunningSandbox.Start);
        var clock = new SandboxClock(inner);
        clock.Advance(_hour);
        clock.Advance(_hour);
        inner.Advance(_hour);
        Assert.Equal(2 * _hour, clock.Offset);
        Assert.Equal(RunningSandbox.Start + (3 * _hour), clock.GetUtcNow());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void It_never_goes_back(int hours)
    {
        var clock = new SandboxClock(TimeProvider.System);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromHours(hours)));
        Assert.Equal(TimeSpan.Zero, clock.Offset);
    }

    [Fact]
    public void It_tells_that_it_moved_after_it_moved()
    {
        var clock = new SandboxClock(TimeProvider.System);
        var seen = new List<TimeSpan>();
        clock.Moved += () => seen.Add(clock.Offset);
        clock.Advance(_hour);
        Assert.Equal([_hour], seen);
    }

    [Fact]
    public void Its_offset_outlives_the_process()
    {
        using var folder = new TemporaryFolder();
        new SandboxClock(TimeProvider.System, folder.File("new/clock")).Advance(3.5 * _hour);
        Assert.Equal(3.5 * _hour, new SandboxClock(TimeProvider.System, folder.File("new/clock")).Offset);
    }

    [Fact]
    public void It_may_begin_earlier_and_still_goes_on_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        new SandboxClock(TimeProvider.System, folder.File("clock")).BeginEarlier(30 * 24 * _hour);
        var restarted = new SandboxClock(TimeProvider.System, folder.File("clock"));
        Assert.Equal(-30 * 24 * _hour, restarted.Offset);
        restarted.Advance(2 * _hour);
        Assert.Equal(-718 * _hour, restarted.Offset);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(367 * 24)]
    public void It_begins_neither_later_nor_in_another_age(int hours) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SandboxClock(TimeProvider.System).BeginEarlier(hours * _hour));

    [Fact]
    public async Task Hands_that_move_it_at_once_lose_no_step()
    {
        using var folder = new TemporaryFolder();
        var clock = new SandboxClock(TimeProvider.System, folder.File("clock"));
        await Parallel.ForAsync(0, 50, (_, _) =>
        {
            clock.Advance(_hour);
            return ValueTask.CompletedTask;
        });
        Assert.Equal(50 * _hour, clock.Offset);
        Assert.Equal(50 * _hour, new SandboxClock(TimeProvider.System, folder.File("clock")).Offset);
    }

    [Fact]
    public async Task It_is_moved_and_read_over_http()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync("clock", new { advance = "02:00:01" });
        var answer = await sandbox.LookAsync("clock");
        Assert.Equal(RunningSandbox.Start + new TimeSpan(2, 0, 1), answer.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(new TimeSpan(2, 0, 1), sandbox.Clock.Offset);
    }
}
