using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Assessing;

/// <summary>Where real people are verified, no plan is used before somebody has assessed what it does to them.</summary>
public sealed class AssessmentGate(PrivacySettings settings) : IPlanGate
{
    public async Task<PortalError?> RefusalAsync(PortalWrite write, Guid planId, PlanTerms terms, CancellationToken cancellationToken)
    {
        if (!settings.AssessmentIsRequired)
            return null;
        var last = await write.Set<ImpactAssessment>().AsNoTracking().Where(assessment => assessment.PlanId == planId)
            .OrderByDescending(assessment => assessment.AssessedAtUtc).FirstOrDefaultAsync(cancellationToken);
        return last?.TermsSha256 == PlanImpact.HashOf(terms) ? null
            : last is null ? new PortalError("assessment-missing", nameof(NewSession.PlanId)) : new PortalError("assessment-outdated", nameof(NewSession.PlanId));
    }
}
