using FaceH5Portal.Core.Alarming.Health;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>Fewer MiB are free than that where the database is; below a fifth of it, it is urgent.</summary>
internal sealed class DiskRule(DiskRoom disk) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.Disk;

    public ThresholdRange Range { get; } = new(5 * 1024, 100, 1024 * 1024);

    public Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AlarmSignal>>(
        disk.FreeMebibytes is { } free && free < threshold
            ? [new AlarmSignal(AlarmSignal.Everything, free < threshold / 5 ? AlarmSeverity.Critical : AlarmSeverity.Warning, free)]
            : AlarmSignal.None);
}
