using FaceH5Portal.Vendors.Watching;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class VendorCallsTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly VendorCalls calls;

    public VendorCallsTests() => calls = new VendorCalls(clock);

    [Fact]
    public void Before_the_first_call_there_is_nothing()
    {
        Assert.Equal(VendorFigures.None, calls.Since(DateTimeOffset.MinValue));
        Assert.Equal(0, VendorFigures.None.FailedPercent);
        Assert.Null(calls.ClockAhead);
    }

    [Theory]
    [InlineData(VendorFaultKind.Unreachable, 1)]
    [InlineData(VendorFaultKind.TimedOut, 1)]
    [InlineData(VendorFaultKind.Unreadable, 1)]
    [InlineData(VendorFaultKind.Gateway, 1)]
    [InlineData(VendorFaultKind.CircuitOpen, 1)]
    [InlineData(VendorFaultKind.Refused, 0)]
    [InlineData(VendorFaultKind.Paused, 0)]
    public void A_refusal_is_an_answer_and_a_pause_no_call(VendorFaultKind kind, int failed)
    {
        Call(1, new VendorFault(kind, null, "x", false));
        Call(1);
        Assert.Equal((2, failed, failed * 50), calls.Since(DateTimeOffset.MinValue) is var sums ? (sums.Calls, sums.Failed, sums.FailedPercent) : default);
    }

    [Fact]
    public void The_slow_ones_are_told_by_the_time_that_95_of_100_kept_within()
    {
        for (var second = 1; second <= 20; second++)
            Call(second);
        Assert.Equal(TimeSpan.FromSeconds(19), calls.Since(DateTimeOffset.MinValue).Slow);
    }

    [Fact]
    public void Calls_are_remembered_for_an_hour_and_never_without_end()
    {
        for (var i = 0; i < 5000; i++)
            Call(0);
        Assert.Equal(4096, calls.Since(DateTimeOffset.MinValue).Calls);
        clock.Advance(TimeSpan.FromMinutes(61));
        Call(0);
        Assert.Equal(1, calls.Since(DateTimeOffset.MinValue).Calls);
    }

    private void Call(int seconds, VendorFault? fault = null)
    {
        using var watch = calls.Begin("/a/path");
        clock.Advance(TimeSpan.FromSeconds(seconds));
        watch.End(fault);
    }
}
