using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Evidence.Looking;

/// <summary>Records a look before anything is shown: for the audit, and for the person whose data it is.</summary>
public sealed class LookBook(PortalStore store, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    /// <param name="write">The transaction.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="sessionId">Whose data: the session's, or the group's of photo checks.</param>
    /// <param name="kind">At what.</param>
    /// <param name="reason">What for.</param>
    /// <param name="evidenceId">Which item, where it is one.</param>
    /// <param name="target">What the audit files it under where it is no item; the session unless told.</param>
    internal void Record(PortalWrite write, Actor actor, Guid sessionId, LookKind kind, RevealReason reason, Guid? evidenceId = null, string? target = null)
    {
        write.Set<Look>().Add(new Look
        {
            Id = entropy.NewId(clock),
            SessionId = sessionId,
            SeenAtUtc = clock.GetUtcNow().UtcDateTime,
            ActorId = actor.Id,
            ActorName = actor.Name,
            Role = actor.Role,
            Kind = kind,
            Reason = reason,
            EvidenceId = evidenceId,
        });
        audit.Record(write, actor, kind is LookKind.Identity or LookKind.Contact or LookKind.Request ? AuditAction.PersonalDataSeen : AuditAction.EvidenceViewed,
            evidenceId is { } item ? $"evidence/{item}" : target ?? $"session/{sessionId}", reason.ToString());
    }

    /// <summary>For a program, which reads what it may without being asked why.</summary>
    internal Task<Result<Guid>> RecordProgramAsync(Actor actor, Guid sessionId, LookKind kind, Guid? evidenceId, CancellationToken cancellationToken) =>
        store.WriteAsync<Guid>(write =>
        {
            Record(write, actor, sessionId, kind, RevealReason.Program, evidenceId);
            return Task.FromResult<Result<Guid>>(sessionId);
        }, cancellationToken);
}
