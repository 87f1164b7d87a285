using FaceH5Portal.Core.Privacy.Retaining;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>So many things should have been deleted hours ago and are still there.</summary>
internal sealed class RetentionRule(RetentionQueries retention) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.Retention;

    public ThresholdRange Range { get; } = new(1, 1, 100_000);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken) =>
        AlarmSignal.From(threshold, await retention.OverdueAsync(cancellationToken), AlarmSeverity.Critical);
}
