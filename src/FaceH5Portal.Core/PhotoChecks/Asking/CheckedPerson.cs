using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.PhotoChecks.Asking;

/// <summary>Whom a photo is compared with. A session's person is its subject; everybody else becomes one of their own.</summary>
internal sealed record CheckedPerson(Subject Subject, Identity Identity, bool IsNew)
{
    /// <summary>Where it stands in a session's place, and why; both or none.</summary>
    public Guid? SessionId { get; init; }

    public InsteadCause? Instead { get; init; }

    public override string ToString() => $"subject {Subject.Id}";
}

/// <summary>Finds out whom a request is about, and whether it may stand in a session's place.</summary>
public sealed class CheckedPeople(PortalStore store, SubjectVault subjects, PhotoCheckRules rules)
{
    internal async Task<Result<CheckedPerson>> FindAsync(NewPhotoCheck wanted, CancellationToken cancellationToken)
    {
        if (wanted.SessionId is { } session)
            return await OfSessionAsync(wanted, session, cancellationToken);
        if (wanted.Person is not { } given)
            return new PortalError("person-missing", nameof(NewPhotoCheck.Person));
        var person = PhotoCheckRules.Tidy(given);
        return new CheckedPerson(subjects.Create(person), person, IsNew: true);
    }

    /// <summary>What was found out before the photo was made to fit, or its first vendor tried, may hold no longer: the person passed meanwhile, or withdrew.</summary>
    internal static async Task<PortalError?> StaleAsync(PortalWrite write, CheckedPerson person, CancellationToken cancellationToken)
    {
        if (person is not { SessionId: { } id, Instead: { } cause })
            return null;
        var session = write.Find<VerificationSession>(id)!;
        return (await PhotoInstead.CausesAsync(write.Context, session, cancellationToken)).Contains(cause)
            ? null : new PortalError("instead-refused", nameof(NewPhotoCheck.SessionId));
    }

    private async Task<Result<CheckedPerson>> OfSessionAsync(NewPhotoCheck wanted, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        if (await db.Set<VerificationSession>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } session)
            return new PortalError("session-unknown", nameof(NewPhotoCheck.SessionId));
        var causes = await PhotoInstead.CausesAsync(db, session, cancellationToken);
        if (causes.Count == 0 || (wanted.Instead is { } said && !causes.Contains(said)))
            return new PortalError("instead-refused", wanted.Instead is null ? nameof(NewPhotoCheck.SessionId) : nameof(NewPhotoCheck.Instead));
        var found = await PersonOfAsync(db, wanted, session, cancellationToken);
        return found.Ok ? found.Value with { SessionId = id, Instead = wanted.Instead ?? causes[0] } : found;
    }

    private async Task<Result<CheckedPerson>> PersonOfAsync(
        PortalDbContext db, NewPhotoCheck wanted, VerificationSession session, CancellationToken cancellationToken)
    {
        var subject = await db.Set<Subject>().AsNoTracking().SingleAsync(one => one.Id == session.SubjectId, cancellationToken);
        if (subject.IsErased)
            return new PortalError("subject-erased");
        if (subjects.IdentityOf(subject) is not { } known)
            return wanted.Person is { } given
                ? new CheckedPerson(subject, PhotoCheckRules.Tidy(given), IsNew: false) : new PortalError("person-missing", nameof(NewPhotoCheck.Person));
        if (wanted.Person is not null)
            return new PortalError("person-known", nameof(NewPhotoCheck.Person));
        // Accepted or not when the session was made, the number is the session's; its kind may still be none that these vendors know.
        return rules.PersonFaults(known, acceptCheckDigit: true).ToList() is { Count: > 0 } faults
            ? faults : new CheckedPerson(subject, known, IsNew: false);
    }
}
