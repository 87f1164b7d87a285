using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;

namespace FaceH5Portal.Core.PhotoChecks.Asking;

/// <summary>
/// Stores checks as asked, with the photo, the consent and the room in the budgets, in one transaction and before anybody is
/// asked: whatever a kill leaves behind, no call goes out that is not on record.
/// </summary>
public sealed class CheckMaker(
    PortalStore store, SubjectVault subjects, SentPhotos photos, SessionJournal journal, AuditTrail audit,
    IEnumerable<ICheckGate> gates, Entropy entropy, TimeProvider clock)
{
    internal async Task<Result<IReadOnlyList<Guid>>> AddAsync(
        Actor actor, NewPhotoCheck wanted, CheckedPerson person, IReadOnlyList<PlannedCheck> planned, CancellationToken cancellationToken)
    {
        var ids = planned.Select(_ => entropy.NewId(clock)).ToList();
        var sealedPhotos = photos.Seal(person.Subject, ids[0], wanted.Photo, planned);
        if (!sealedPhotos.Ok)
            return sealedPhotos.Errors.ToList();
        var sent = sealedPhotos.Value;
        var checks = planned.Zip(ids, (plan, id) => CheckOf(actor, wanted, person, plan, id, ids[0], sent[plan.Sha256].Item.Id)).ToList();
        return await store.WriteAsync<IReadOnlyList<Guid>>(async write =>
        {
            if (await CheckedPeople.StaleAsync(write, person, cancellationToken) is { } stale)
                return stale;
            var found = SubjectOf(write, person);
            if (!found.Ok)
                return found.Errors.ToList();
            var subject = found.Value;
            foreach (var gate in gates)
                if (await gate.TakeAsync(write, subject, checks.Count, planned.Sum(plan => plan.Price), cancellationToken) is { } refused)
                    return refused;
            var consent = wanted.Consent;
            ConsentTexts.Keep(write, consent.Version.Trim(), consent.Language.Trim(), consent.Text.Trim());
            foreach (var first in checks.DistinctBy(check => check.PhotoId))
                if (photos.Add(write, actor, sent[first.SentSha256], first.Id) is { } gone)
                    return gone;
            AddChecks(write, actor, checks);
            if (wanted.Call is { } call)
                await call.NoteAsync(write, ids[0], journal.NowUtc, cancellationToken);
            return ids;
        }, cancellationToken);
    }

    private void AddChecks(PortalWrite write, Actor actor, List<PhotoCheck> checks)
    {
        checks.ForEach(write.Add);
        foreach (var check in checks)
            audit.Record(write, actor, AuditAction.PhotoCheckAsked, $"photo-check/{check.Id}", check.Vendor.ToString());
        write.Announce(new PortalChange(PhotoCheckService.Topic, checks[0].GroupId));
        if (checks[0].SessionId is { } id)
        {
            var session = write.Find<VerificationSession>(id)!;
            checks.ForEach(check => journal.Tell(write, session, TimelineKind.PhotoCheckAsked, check.Vendor.ToString()));
        }
    }

    /// <summary>A session that did not know its person does from now on; one that has come to know another one since is not about this one.</summary>
    private Result<Subject> SubjectOf(PortalWrite write, CheckedPerson person)
    {
        if (person.IsNew)
        {
            write.Add(person.Subject);
            return person.Subject;
        }
        var subject = write.Find<Subject>(person.Subject.Id);
        if (subject is not { IsErased: false })
            return new PortalError("subject-erased");
        if (!subject.IsDescribed)
            subjects.Describe(subject, person.Identity);
        else if (subjects.IdentityOf(subject) != person.Identity)
            return new PortalError("person-known", nameof(NewPhotoCheck.Person));
        return subject;
    }

    private PhotoCheck CheckOf(Actor actor, NewPhotoCheck wanted, CheckedPerson person, PlannedCheck plan, Guid id, Guid groupId, Guid photoId) => new()
    {
        Id = id,
        GroupId = groupId,
        SubjectId = person.Subject.Id,
        SessionId = person.SessionId,
        InsteadCause = person.Instead,
        Vendor = plan.Client.Vendor,
        IsBest = plan.IsBest,
        Purpose = wanted.Purpose.Trim(),
        Reference = string.IsNullOrWhiteSpace(wanted.Reference) ? null : wanted.Reference.Trim(),
        RequestedBy = actor.Id,
        CreatedAtUtc = journal.NowUtc,
        ConsentVersion = wanted.Consent.Version.Trim(),
        ConsentSha256 = ConsentText.Hash(wanted.Consent.Text.Trim()),
        ConsentLanguage = wanted.Consent.Language.Trim(),
        ConsentedAtUtc = wanted.Consent.GivenAtUtc,
        PhotoId = photoId,
        AskedAtUtc = journal.NowUtc,
        Before = plan.Photo.Before,
        Sent = plan.Photo.After,
        SentSha256 = plan.Sha256,
        // Until the vendor has said otherwise it may have charged.
        Charged = VendorCharged.Unknown,
        MayCost = plan.Price,
    };
}
