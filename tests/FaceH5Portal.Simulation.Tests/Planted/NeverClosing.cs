using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Simulation.Tests.Planted;

/// <summary>A token whose attempts were once told is not asked about again when it has died.</summary>
internal sealed class NeverClosing : IWriteFollower
{
    public Task FollowAsync(PortalWrite write)
    {
        foreach (var (attempt, _) in write.Known<Attempt>())
            foreach (var (token, _) in write.Known<VerifyToken>())
                if (token.Id == attempt.VerifyTokenId && token.DueUtc == token.DiesAtUtc)
                    token.DueUtc = null;
        return Task.CompletedTask;
    }
}
