using FaceH5Portal.Core.Alarming.Health;
using FaceH5Portal.Core.Alarming.Telling;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming;

/// <summary>Notes in memory how a pass went, and tells outside where the database cannot keep it.</summary>
public sealed class PassHealth(PortalStore store, PortalPulse pulse, HarvestLag lag, DiskRoom disk, NoticeSender sender, Entropy entropy, TimeProvider clock)
{
    public async Task BeatAsync(CancellationToken cancellationToken) =>
        pulse.Beat(Now, await lag.GetAsync(cancellationToken), disk.FreeMebibytes, await OpenAsync(cancellationToken));

    public async Task MissAsync(CancellationToken cancellationToken)
    {
        pulse.Miss(Now);
        if (!pulse.MayTell(Now))
            return;
        var line = new AlarmLine(
            Guid.Empty, AlarmRule.Disk, AlarmSeverity.Critical, AlarmState.Open, disk.FreeMebibytes ?? 0, PortalError.StorageUnavailable, 1, pulse.Seen.StorageFailsSinceUtc!.Value, null);
        await sender.TellAsync(new AlarmReport(entropy.NewId(clock), AlarmNoticeKind.Raised, Now, [line]), cancellationToken);
    }

    private async Task<int> OpenAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<Alarm>().CountAsync(alarm => alarm.State == AlarmState.Open, cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
