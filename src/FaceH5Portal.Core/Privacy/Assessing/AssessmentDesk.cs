using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Assessing;

/// <summary>An assessment as it is written down.</summary>
public sealed record NewAssessment(string Necessity, string Risks, string Measures);

/// <summary>A plan and what was last thought about it; null where nothing was.</summary>
public sealed record AssessedPlan(Plan Plan, ImpactAssessment? Last)
{
    /// <summary>It speaks of the plan as it is.</summary>
    public bool IsCurrent => Last?.TermsSha256 == PlanImpact.HashOf(Plan.Terms);
}

/// <summary>The register of impact assessments: one for each plan, and a new one whenever the plan changes in what matters.</summary>
public sealed class AssessmentDesk(PortalStore store, PlanService plans, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    public const int LongestText = 4000;

    public async Task<Result<IReadOnlyList<AssessedPlan>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        var known = await plans.ListAsync(actor, cancellationToken);
        if (!known.Ok)
            return known.Errors.ToList();
        await using var db = await store.ReadAsync(cancellationToken);
        var all = await db.Set<ImpactAssessment>().AsNoTracking().ToListAsync(cancellationToken);
        var last = all.GroupBy(assessment => assessment.PlanId).ToDictionary(of => of.Key, of => of.MaxBy(assessment => assessment.AssessedAtUtc)!);
        return known.Value.Select(plan => new AssessedPlan(plan, last.GetValueOrDefault(plan.Id))).ToList();
    }

    public async Task<Result<Guid>> RecordAsync(Actor actor, Guid planId, NewAssessment wanted, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManagePrivacy) is { } denied)
            return denied;
        List<PortalError> errors =
        [
            .. Fault(nameof(NewAssessment.Necessity), wanted.Necessity), .. Fault(nameof(NewAssessment.Risks), wanted.Risks),
            .. Fault(nameof(NewAssessment.Measures), wanted.Measures),
        ];
        if (errors.Count > 0)
            return errors;
        return await store.WriteAsync<Guid>(async write =>
        {
            var plan = await write.Set<Plan>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == planId, cancellationToken);
            if (plan is null)
                return new PortalError("plan-unknown");
            var assessment = new ImpactAssessment
            {
                Id = entropy.NewId(clock),
                PlanId = planId,
                TermsSha256 = PlanImpact.HashOf(plan.Terms),
                Necessity = wanted.Necessity.Trim(),
                Risks = wanted.Risks.Trim(),
                Measures = wanted.Measures.Trim(),
                AssessedBy = actor.Id,
                AssessedAtUtc = clock.GetUtcNow().UtcDateTime,
            };
            write.Set<ImpactAssessment>().Add(assessment);
            audit.Record(write, actor, AuditAction.AssessmentRecorded, $"plan/{planId}");
            write.Announce(new PortalChange(PlanService.Topic, planId));
            return assessment.Id;
        }, cancellationToken);
    }

    private static IEnumerable<PortalError> Fault(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            yield return new PortalError("text-required", field);
        else if (text.Trim().Length > LongestText)
            yield return new PortalError("text-too-long", field, LongestText);
    }
}
