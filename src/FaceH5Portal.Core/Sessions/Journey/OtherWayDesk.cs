using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>Where an operator learns how to reach somebody who asked for another way.</summary>
public sealed class OtherWayDesk(PortalStore store, SubjectVault subjects, AuditTrail audit)
{
    /// <summary>The look is recorded before it is shown. Empty where they left nothing.</summary>
    public async Task<Result<string>> ContactAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeePersonalData) is { } denied)
            return denied;
        return await store.WriteAsync<string>(async write =>
        {
            var session = await write.Set<VerificationSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
            if (session is null)
                return new PortalError("session-unknown");
            var subject = await write.Set<Subject>().AsNoTracking().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
            audit.Record(write, actor, AuditAction.PersonalDataSeen, $"session/{sessionId}");
            return session.SealedContact is { } contact ? subjects.TryOpenText(subject, WayOut.ContactPurpose, contact) ?? "" : "";
        }, cancellationToken);
    }
}
