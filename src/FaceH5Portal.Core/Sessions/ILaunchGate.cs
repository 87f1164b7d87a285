using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions;

/// <summary>Room for one launch, held until it is used or given back.</summary>
/// <param name="Held">Where it is counted; empty where nothing limits launches.</param>
/// <param name="MayCost">In 1/10,000 CNY; null where nothing limits what launches cost.</param>
public sealed record LaunchPermit(IReadOnlyList<LaunchCount> Held, long? MayCost = null);

/// <summary>One count of launches: of which cap, since when, and of whom where it counts each person.</summary>
public sealed record LaunchCount(Guid CapId, DateOnly Since, string Person);

/// <summary>A later slice's say in whether a token may be minted. Asked before the vendor is.</summary>
public interface ILaunchGate
{
    Task<Result<LaunchPermit>> TakeAsync(VerificationSession session, Subject subject, CancellationToken cancellationToken);

    /// <summary>In the write that keeps the token.</summary>
    void Use(PortalWrite write, LaunchPermit permit);

    /// <summary>No token came of it.</summary>
    Task GiveBackAsync(LaunchPermit permit);
}
