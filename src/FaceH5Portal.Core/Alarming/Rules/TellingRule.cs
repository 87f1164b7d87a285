using FaceH5Portal.Core.Alarming.Telling;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>Something could not be sent out on so many tries. Told on the console, since a channel cannot tell that it is broken.</summary>
internal sealed class TellingRule(PortalStore store) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.Telling;

    public ThresholdRange Range { get; } = new(2, 1, 100);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var failing = await db.Set<AlarmNotice>().Where(notice => notice.DueUtc != null && notice.Tries >= threshold)
            .GroupBy(notice => notice.Channel).Select(channel => new { channel.Key, Count = channel.Count(), Fault = channel.Max(notice => notice.LastFault) })
            .ToListAsync(cancellationToken);
        return failing.ConvertAll(channel => new AlarmSignal($"channel/{channel.Key}", AlarmSeverity.Warning, channel.Count, channel.Fault));
    }
}
