using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.PhotoChecks.Asking;

/// <summary>Whom a photo is compared with. A session's person is its subject; everybody else becomes one of their own.</summary>
internal sealed record CheckedPerson(Subject Subject, Identity Identity, bool IsNew)
{
    /// <summary>Where it stands in a session's place.</summary>
    public Guid? SessionId { get; init; }

    public override string ToString() => $"subject {Subject.Id}";
}

/// <summary>Finds out whom a request is about, and whether it may stand in a session's place.</summary>
public sealed class CheckedPeople(PortalStore store, SubjectVault subjects, PhotoCheckRules rules)
{
    internal async Task<Result<CheckedPerson>> FindAsync(NewPhotoCheck wanted, CancellationToken cancellationToken)
    {
        if (wanted is { SessionId: { } session, Instead: { } cause })
            return await OfSessionAsync(wanted, session, cause, cancellationToken);
        if (wanted.Person is not { } given)
            return new PortalError("person-missing", nameof(NewPhotoCheck.Person));
        var person = PhotoCheckRules.Tidy(given);
        return new CheckedPerson(subjects.Create(person), person, IsNew: true);
    }

    private async Task<Result<CheckedPerson>> OfSessionAsync(NewPhotoCheck wanted, Guid id, InsteadCause cause, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        if (await db.Set<VerificationSession>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } session)
            return new PortalError("session-unknown");
        if (!(await PhotoInstead.CausesAsync(db, session, cancellationToken)).Contains(cause))
            return new PortalError("instead-refused", nameof(NewPhotoCheck.Instead));
        var subject = await db.Set<Subject>().AsNoTracking().SingleAsync(one => one.Id == session.SubjectId, cancellationToken);
        if (subject.IsErased)
            return new PortalError("subject-erased");
        if (subjects.IdentityOf(subject) is not { } known)
            return Describe(wanted, subject, id);
        // Accepted or not when the session was made, the number is the session's; its kind may still be none that these vendors know.
        return rules.PersonFaults(known, acceptCheckDigit: true).ToList() is { Count: > 0 } faults
            ? faults : new CheckedPerson(subject, known, IsNew: false) { SessionId = id };
    }

    private static Result<CheckedPerson> Describe(NewPhotoCheck wanted, Subject subject, Guid sessionId) => wanted.Person is { } given
        ? new CheckedPerson(subject, PhotoCheckRules.Tidy(given), IsNew: false) { SessionId = sessionId }
        : new PortalError("person-missing", nameof(NewPhotoCheck.Person));
}
