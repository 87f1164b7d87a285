using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>Whoever takes their consent to a session back takes it back for the photo that stood in its place.</summary>
public sealed class WithdrawnPhotos(SessionJournal journal) : IWithdrawalFollower
{
    public async Task FollowAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        var photos = write.Set<PhotoCheck>().Where(check => check.SessionId == session.Id).Select(check => check.PhotoId);
        foreach (var item in await write.TakeAsync(write.Set<EvidenceItem>().Where(one => photos.Contains(one.Id) && one.DeletedAtUtc == null), cancellationToken))
            item.KeepUntilUtc = journal.NowUtc;
    }
}
