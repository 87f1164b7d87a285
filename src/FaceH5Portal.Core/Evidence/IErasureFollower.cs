using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Evidence;

/// <summary>A later slice's part in an erasure: what it does about its own rows, in the same transaction.</summary>
public interface IErasureFollower
{
    Task FollowAsync(PortalWrite write, IReadOnlyList<Guid> subjectIds, CancellationToken cancellationToken);
}
