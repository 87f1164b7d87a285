using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>Whether a photo may be checked in the place of a session's capture, and why.</summary>
public sealed class PhotoInstead(PortalStore store)
{
    /// <summary>Every cause that the session's own facts bear out, what they prove before what they only do not rule out; empty where its capture may still do or has done.</summary>
    public async Task<Result<IReadOnlyList<InsteadCause>>> CausesAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var session = await db.Set<VerificationSession>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == sessionId, cancellationToken);
        if (session is null)
            return new PortalError("session-unknown");
        return await CausesAsync(db, session, cancellationToken);
    }

    internal static async Task<List<InsteadCause>> CausesAsync(PortalDbContext db, VerificationSession session, CancellationToken cancellationToken)
    {
        if (session.Status is SessionStatus.Passed or SessionStatus.Confirming || session.WithdrawnAtUtc is not null || session.Privacy == PrivacyState.Redacted)
            return [];
        var causes = new List<InsteadCause>();
        if (session.Outcome == Outcome.NoPortraitOnFile)
            causes.Add(InsteadCause.NoPortrait);
        if (session.Outcome == Outcome.ProviderError || session.Status == SessionStatus.Unresolved
            || (session.Outcome is null && await HadFaultAsync(db, session, cancellationToken)))
            causes.Add(InsteadCause.Outage);
        if (session.AttemptCount == 0)
            causes.Add(InsteadCause.NoCamera);
        return causes;
    }

    /// <summary>A fault that a verdict came after kept nobody from their capture.</summary>
    private static Task<bool> HadFaultAsync(PortalDbContext db, VerificationSession session, CancellationToken cancellationToken) =>
        db.Set<TimelineEntry>().AnyAsync(entry => entry.SessionId == session.Id
            && (entry.Kind == TimelineKind.LaunchFailed || entry.Kind == TimelineKind.VendorFault), cancellationToken);
}
