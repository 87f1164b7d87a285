using FaceH5Portal.Vendors.Watching;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>So many of a hundred calls to the vendor failed in the last quarter of an hour.</summary>
internal sealed class VendorErrorsRule(VendorCalls calls, TimeProvider clock) : IAlarmRule
{
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // One failure of three says nothing.
    internal const int FewestCalls = 10;

    public AlarmRule Rule => AlarmRule.VendorErrors;

    public ThresholdRange Range { get; } = new(20, 1, 100);

    public Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        var figures = calls.Since(clock.GetUtcNow() - Window);
        return Task.FromResult(figures.Calls < FewestCalls ? AlarmSignal.None : AlarmSignal.From(
            threshold, figures.FailedPercent, figures.FailedPercent >= 50 ? AlarmSeverity.Critical : AlarmSeverity.Warning));
    }
}

/// <summary>95 of 100 calls to the vendor took up to so many seconds, or longer, in the last quarter of an hour.</summary>
internal sealed class VendorSlowRule(VendorCalls calls, TimeProvider clock) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.VendorSlow;

    public ThresholdRange Range { get; } = new(8, 1, 60);

    public Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        var figures = calls.Since(clock.GetUtcNow() - VendorErrorsRule.Window);
        return Task.FromResult(figures.Calls < VendorErrorsRule.FewestCalls ? AlarmSignal.None
            : AlarmSignal.From(threshold, (long)figures.Slow.TotalSeconds, AlarmSeverity.Warning));
    }
}

/// <summary>The portal's clock and the vendor's are so many seconds apart: windows of the vendor's may be over before ours.</summary>
internal sealed class ClockRule(VendorCalls calls) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.Clock;

    public ThresholdRange Range { get; } = new(60, 5, 3600);

    public Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken) => Task.FromResult(
        calls.ClockAhead is { } ahead ? AlarmSignal.From(threshold, (long)ahead.Duration().TotalSeconds, AlarmSeverity.Critical) : AlarmSignal.None);
}
