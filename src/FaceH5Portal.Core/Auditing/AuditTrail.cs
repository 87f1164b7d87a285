using System.Diagnostics;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Auditing;

/// <summary>Writes an audit entry in the transaction of the act it tells of, sealed to the one before it.</summary>
public class AuditTrail(AuditChain chain, AuditWitness witness, TimeProvider clock)
{
    public virtual void Record(PortalWrite write, Actor actor, AuditAction action, string target, string? note = null)
    {
        // Writes pass one by one, so the last that is stored is the one before the first of this work.
        var end = write.Once(() => EndOf(write));
        Add(write, end, actor, action, target, note);
    }

    /// <summary>The first of the chain, where there are older entries: it follows them as if they had been sealed.</summary>
    internal void Begin(PortalWrite write, long last, byte[] seal) =>
        Add(write, write.Once(() => Told(write, new AuditEnd(last, seal))), Actor.System, AuditAction.ChainBegun, "audit", null);

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
        end.Move(entry);
    }

    private AuditEnd EndOf(PortalWrite write) => write.Last<AuditEntry>() switch
    {
        null => Told(write, new AuditEnd(0, AuditChain.Beginning)),
        { Seal: { } seal } last => Told(write, new AuditEnd(last.Sequence, seal)),
        _ => throw new InvalidOperationException("The audit's chain has not begun."),
    };

    private AuditEnd Told(PortalWrite write, AuditEnd end)
    {
        write.AfterCommit(() => witness.See(end.Sequence, end.Seal));
        return end;
    }
}
