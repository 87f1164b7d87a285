using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Revealing;

/// <summary>The one way for people of the console to see somebody in the clear: who may, says why, and is recorded first.</summary>
public sealed class RevealDesk(PortalStore store, LookBook looks, IdentityComparison comparison, SubjectVault subjects)
{
    public async Task<Result<ComparedIdentity>> IdentityAsync(Actor actor, Guid sessionId, RevealReason reason, CancellationToken cancellationToken)
    {
        var recorded = await RecordAsync(actor, sessionId, LookKind.Identity, reason, cancellationToken);
        if (!recorded.Ok)
            return recorded.Errors.ToList();
        return await comparison.ClearAsync(sessionId, cancellationToken) is { } clear ? clear : new PortalError("session-unknown");
    }

    /// <summary>How to reach somebody who asked for another way. Empty where they left nothing.</summary>
    public async Task<Result<string>> ContactAsync(Actor actor, Guid sessionId, RevealReason reason, CancellationToken cancellationToken)
    {
        var recorded = await RecordAsync(actor, sessionId, LookKind.Contact, reason, cancellationToken);
        if (!recorded.Ok)
            return recorded.Errors.ToList();
        var (session, subject) = (recorded.Value.Session, recorded.Value.Subject);
        return session.SealedContact is { } contact ? subjects.TryOpenText(subject, WayOut.ContactPurpose, contact) ?? "" : "";
    }

    private async Task<Result<PersonsSession>> RecordAsync(
        Actor actor, Guid sessionId, LookKind kind, RevealReason reason, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeePersonalData) is { } denied)
            return denied;
        return await store.WriteAsync<PersonsSession>(async write =>
        {
            var session = await write.Set<VerificationSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
            if (session is null)
                return new PortalError("session-unknown");
            var subject = await write.Set<Subject>().AsNoTracking().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
            looks.Record(write, actor, sessionId, kind, reason);
            return new PersonsSession(session, subject);
        }, cancellationToken);
    }
}
