using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>Where the person gives what nobody gave when the session was made: who they are, and a photo to compare with.</summary>
public sealed class PersonDesk(
    PortalStore store, EndUserViews views, IdentityRules rules, SubjectVault subjects, EvidenceVault evidence, SessionJournal journal,
    AuditTrail audit, TimeProvider clock)
{
    /// <param name="born">Needed where the certificate's number does not tell it.</param>
    public async Task<Result<EndUserView>> GiveIdentityAsync(
        Guid sessionId, Identity identity, DateOnly? born, CancellationToken cancellationToken)
    {
        var tidy = IdentityRules.Tidy(identity);
        var errors = rules.Check(tidy, acceptCheckDigit: false).Select(Own).ToList();
        if (tidy.BirthDate is null && errors.Count == 0 && (born is not { } told || !Age.IsPossible(told, ChinaDate.Today(clock))))
            errors.Add(new PortalError(born is null ? "birth-date-missing" : "birth-date-impossible", nameof(Consent.Born)));
        if (errors.Count > 0)
            return errors;
        return await AtStepAsync(sessionId, JourneyStep.Identity, (write, session, subject) =>
        {
            subjects.Describe(subject, tidy);
            if (tidy.BirthDate is null)
                subjects.NoteBirthDate(subject, born!.Value);
            journal.Tell(write, session, TimelineKind.IdentityGiven);
            audit.Record(write, Actor.EndUser, AuditAction.IdentityGiven, $"session/{session.Id}");
            return null;
        }, cancellationToken);
    }

    public async Task<Result<EndUserView>> GivePhotoAsync(Guid sessionId, byte[] taken, CancellationToken cancellationToken)
    {
        // For people in front of a phone alone: they cannot know about pixels. What an operator hands in is compared as it is.
        var photo = PhotoPreflight.Fit(taken, BaiduLimits.MatchPhoto);
        if (!photo.Ok)
            return photo.Errors.ToList();
        if (await ReadAsync(sessionId, cancellationToken) is not var (session, subject))
            return new PortalError("link-unknown");
        var kept = evidence.Seal(subject, MatchPhoto.Of(session.Id, photo.Value.Bytes, photo.Value.After.MediaType, session.Terms, session.LinkExpiresUtc));
        if (!kept.Ok)
            return kept.Errors.ToList();
        return await AtStepAsync(sessionId, JourneyStep.Photo, (write, current, _) =>
        {
            if (evidence.Add(write, Actor.EndUser, kept.Value) is { } refused)
                return refused;
            // What was wrong with the one before is settled.
            (current.MatchPhotoId, current.Reason) = (kept.Value.Item.Id, null);
            journal.Tell(write, current, TimelineKind.PhotoGiven);
            return null;
        }, cancellationToken);
    }

    /// <summary>The card is in the person's hand: whoever mistyped a digit can read it once more, and has nothing to override.</summary>
    private static PortalError Own(PortalError error) =>
        error.Code == "number-check-digit" ? new PortalError("number-mistyped", error.Field) : error;

    /// <summary>A form that comes late, or twice, changes nothing and answers how things stand.</summary>
    private Task<Result<EndUserView>> AtStepAsync(
        Guid sessionId, JourneyStep step, Func<PortalWrite, VerificationSession, Subject, PortalError?> act, CancellationToken cancellationToken) =>
        store.WriteAsync<EndUserView>(write =>
        {
            if (write.FindPersonsSession(sessionId) is not var (session, subject))
                return new PortalError("link-unknown");
            if (views.Of(session, subject).Step == step && act(write, session, subject) is { } refused)
                return refused;
            return views.Of(session, subject);
        }, cancellationToken);

    private Task<PersonsSession?> ReadAsync(Guid sessionId, CancellationToken cancellationToken) =>
        store.LookAtRowsAsync(rows => rows.FindPersonsSession(sessionId), cancellationToken);
}
