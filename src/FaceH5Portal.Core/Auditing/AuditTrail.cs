using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Auditing;

/// <summary>Writes an audit entry in the transaction of the act it tells of.</summary>
public sealed class AuditTrail(TimeProvider clock)
{
    public void Record(PortalWrite write, Actor actor, AuditAction action, string target, string? note = null) =>
        write.Set<AuditEntry>().Add(new AuditEntry
        {
            OccurredAtUtc = clock.GetUtcNow().UtcDateTime,
            ActorId = actor.Id,
            Action = action,
            Target = target,
            Note = note,
        });
}
