using System.Diagnostics;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Auditing;

/// <summary>Writes an audit entry in the transaction of the act it tells of, sealed to the one before it.</summary>
public class AuditTrail(AuditChain chain, TimeProvider clock)
{
    // Writes pass one by one, so the last that is stored is the one before the first of a commit.
    public virtual void Record(PortalWrite write, Actor actor, AuditAction action, string target, string? note = null) =>
        Add(write, write.Noted<AuditEnd>() ?? EndOf(write), actor, action, target, note);

    /// <summary>The first of the chain, where there are older entries: it follows them as if they had been sealed.</summary>
    internal void Begin(PortalWrite write, long last, byte[] seal) =>
        Add(write, new AuditEnd(last, seal), Actor.System, AuditAction.ChainBegun, "audit", null);

    private void Add(PortalWrite write, AuditEnd end, Actor actor, AuditAction action, string target, string? note)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var row = new AuditRow(end.Sequence + 1, AuditChain.TimeText(now), actor.Id, action.ToString(), target, note, Activity.Current?.TraceId.ToHexString());
        var entry = new AuditEntry
        {
            Sequence = row.Sequence,
            OccurredAtUtc = now,
            ActorId = actor.Id,
            Action = action,
            Target = target,
            Note = note,
            Correlation = row.Correlation,
            Seal = chain.SealOf(end.Seal, row),
        };
        write.Add(entry);
        write.Note(new AuditEnd(entry.Sequence, entry.Seal));
    }

    private static AuditEnd EndOf(PortalWrite write) => write.Last<AuditEntry>() switch
    {
        null => new AuditEnd(0, AuditChain.Beginning),
        { Seal: { } seal } last => new AuditEnd(last.Sequence, seal),
        _ => throw new InvalidOperationException("The audit's chain has not begun."),
    };
}
