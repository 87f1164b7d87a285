using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Core.Sessions;

/// <summary>A later slice's say in whether a plan may be used for a new session.</summary>
public interface IPlanGate
{
    /// <summary>Null where it may.</summary>
    Task<PortalError?> RefusalAsync(PortalWrite write, Guid planId, PlanTerms terms, CancellationToken cancellationToken);
}
