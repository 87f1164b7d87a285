using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>What an erasure means for the checks of its person: verdict, score, hashes, consent and charges stay, and name nobody.</summary>
public sealed class ErasedChecks : IErasureFollower
{
    public async Task FollowAsync(PortalWrite write, Erasure erasure, CancellationToken cancellationToken)
    {
        foreach (var check in await write.TakeAsync(write.Set<PhotoCheck>().Where(one => erasure.SubjectIds.Contains(one.SubjectId)), cancellationToken))
        {
            if (check.SettledReason is not null)
                check.SettledReason = SubjectErasure.AlreadyErased;
            check.Version++;
            write.Announce(new PortalChange(PhotoCheckService.Topic, check.GroupId));
        }
    }
}
