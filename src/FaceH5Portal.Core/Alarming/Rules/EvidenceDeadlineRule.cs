using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>What the vendor will forget within so many hours, or has, and the portal does not have yet.</summary>
internal sealed class EvidenceDeadlineRule(PortalStore store, TimeProvider clock) : IAlarmRule
{
    // Beyond it the number says nothing more, and counting would go on for ever.
    private const int Reach = 10_000;

    public AlarmRule Rule => AlarmRule.EvidenceDeadline;

    public ThresholdRange Range { get; } = new(6, 1, 48);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        var near = clock.GetUtcNow().UtcDateTime.AddHours(threshold);
        await using var db = await store.ReadAsync(cancellationToken);
        var items = await db.Set<HarvestItem>().Where(item => item.State == HarvestItemState.Owed && item.DeadlineUtc <= near)
            .OrderBy(item => item.DeadlineUtc).Take(Reach).CountAsync(cancellationToken);
        var verdicts = await db.Set<VerifyToken>().Where(token => token.DueUtc != null && token.LastFault != null && token.ForgottenAtUtc <= near)
            .OrderBy(token => token.ForgottenAtUtc).Take(Reach).CountAsync(cancellationToken);
        return AlarmSignal.From(1, items + verdicts, AlarmSeverity.Critical);
    }
}
