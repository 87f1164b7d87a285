using FaceH5Portal.Core.Alarming.Health;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>What was due so many minutes ago has not been asked for: the worker stands still, or cannot keep up or write.</summary>
internal sealed class BacklogRule(HarvestLag lag) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.Backlog;

    public ThresholdRange Range { get; } = new(5, 1, 240);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken) =>
        AlarmSignal.From(threshold, (long)(await lag.GetAsync(cancellationToken)).TotalMinutes, AlarmSeverity.Critical);
}
