using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Evidence;

/// <summary>An erasure under way: who does it, of which subjects, and why.</summary>
public sealed record Erasure(Actor Actor, IReadOnlyList<Guid> SubjectIds, string Reason);

/// <summary>A later slice's part in an erasure: what it does about its own rows, in the same transaction.</summary>
public interface IErasureFollower
{
    Task FollowAsync(PortalWrite write, Erasure erasure, CancellationToken cancellationToken);
}
