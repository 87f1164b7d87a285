using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>Puts a session's dossier together. Whoever may see personal data sees it, and is recorded.</summary>
public sealed class SessionDossiers(PortalStore store, SessionQueries queries, SubjectVault subjects, LookBook looks)
{
    public async Task<Result<SessionDossier>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var detail = await queries.GetAsync(actor, id, cancellationToken);
        if (!detail.Ok)
            return detail.Errors.ToList();
        await using var db = await store.ReadAsync(cancellationToken);
        var session = await db.Set<VerificationSession>().AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken);
        var subject = await db.Set<Subject>().AsNoTracking().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
        var consent = await db.Set<ConsentRecord>().AsNoTracking().Where(c => c.SessionId == id)
            .OrderByDescending(c => c.GivenAtUtc).FirstOrDefaultAsync(cancellationToken);
        var shown = await ShowAsync(actor, id, subjects.IdentityOf(subject), cancellationToken);
        return shown is { Ok: false } ? shown.Errors.ToList() : new SessionDossier(detail.Value, session, shown?.Value, consent);
    }

    /// <summary>The look is recorded before anything is shown, as with pictures.</summary>
    private async Task<Result<SubjectView>?> ShowAsync(
        Actor actor, Guid sessionId, Identity? identity, CancellationToken cancellationToken)
    {
        if (identity is null)
            return null;
        if (!actor.May(Permission.SeePersonalData))
            return SubjectView.Masked(identity);
        var recorded = await looks.RecordProgramAsync(actor, sessionId, LookKind.Identity, null, cancellationToken);
        return recorded.Ok ? SubjectView.Clear(identity) : recorded.Errors.ToList();
    }
}
