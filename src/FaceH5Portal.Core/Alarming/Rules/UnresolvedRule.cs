using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>Verdicts that could not be had, and that nobody has answered for.</summary>
internal sealed class UnresolvedRule(PortalStore store) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.Unresolved;

    public ThresholdRange Range { get; } = new(1, 1, 1000);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var number = await db.Set<VerificationSession>().CountAsync(
            session => session.Status == SessionStatus.Unresolved && session.ResolvedBy == null, cancellationToken);
        return AlarmSignal.From(threshold, number, AlarmSeverity.Critical);
    }
}
