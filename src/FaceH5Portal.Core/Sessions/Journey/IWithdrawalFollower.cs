using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>What a later slice lets go when somebody takes their consent back, within the same transaction.</summary>
public interface IWithdrawalFollower
{
    Task FollowAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken);
}
