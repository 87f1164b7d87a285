using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.PhotoChecks.Asking;

/// <summary>
/// Keeps the photo as a vendor is sent it. That is what was compared, and no more than that is kept of a person: the file
/// that was handed in is nobody's evidence.
/// </summary>
public sealed class SentPhotos(EvidenceVault evidence, PhotoCheckSettings settings, TimeProvider clock)
{
    /// <summary>By the hash of what is sent: vendors that are sent the same share it.</summary>
    internal Result<IReadOnlyDictionary<string, SealedEvidence>> Seal(Subject subject, Guid groupId, byte[] handedIn, IEnumerable<PlannedCheck> planned)
    {
        var kept = new Dictionary<string, SealedEvidence>();
        foreach (var plan in planned.DistinctBy(plan => plan.Sha256))
        {
            var photo = Seal(subject, groupId, handedIn, plan);
            if (!photo.Ok)
                return photo.Errors.ToList();
            kept.Add(plan.Sha256, photo.Value);
        }
        return kept;
    }

    internal Result<SealedEvidence> Seal(Subject subject, Guid groupId, byte[] handedIn, PlannedCheck plan) =>
        evidence.Seal(subject, new NewEvidence(EvidenceKind.Photo, plan.Photo.Bytes, plan.Photo.After.MediaType)
        {
            SessionId = groupId,
            Sha256 = plan.Sha256,
            MadeOf = handedIn,
            KeepUntilUtc = clock.GetUtcNow().UtcDateTime.AddDays(settings.PhotoDays),
        });

    /// <summary>An error once its person is erased.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="photo">What was sealed.</param>
    /// <param name="checkId">What the audit files it under: the first of the checks that share it.</param>
    internal PortalError? Add(PortalWrite write, Actor actor, SealedEvidence photo, Guid checkId) =>
        evidence.Add(write, actor, photo, $"photo-check/{checkId}");

    /// <summary>In the place of the one that reached nobody, which there is no reason to keep once another was sent.</summary>
    internal PortalError? Replace(PortalWrite write, PhotoCheck check, SealedEvidence photo)
    {
        if (Add(write, Actor.System, photo, check.Id) is { } erased)
            return erased;
        var unsent = write.Find<EvidenceItem>(check.PhotoId)!;
        unsent.KeepUntilUtc = clock.GetUtcNow().UtcDateTime;
        check.PhotoId = photo.Item.Id;
        return null;
    }
}
