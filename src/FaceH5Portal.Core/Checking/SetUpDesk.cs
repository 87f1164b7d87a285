using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Checking;

/// <summary>Looks at whether plans can be used, and remembers what was found last.</summary>
public sealed class SetUpDesk(PortalStore store, PlanService plans, VendorSetUp vendor, ResultsInUse results, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result<SetUpCheck>> CheckAsync(Actor actor, Guid planId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManagePlans) is { } denied)
            return denied;
        var plan = await plans.GetAsync(actor, planId, cancellationToken);
        if (!plan.Ok)
            return plan.Errors.ToList();
        var found = await vendor.FindAsync(plan.Value.Terms.VendorPlanId, cancellationToken);
        SetUpFinding[] findings = [.. found.Append(await results.FindAsync(cancellationToken)).OrderBy(finding => finding.Step)];
        return await store.WriteAsync<SetUpCheck>(async write =>
        {
            var check = await write.Set<SetUpCheck>().SingleOrDefaultAsync(known => known.PlanId == planId, cancellationToken);
            if (check is null)
                write.Set<SetUpCheck>().Add(check = new SetUpCheck { PlanId = planId, PlanVersion = 0, CheckedAtUtc = default, IsFailing = false, Findings = [] });
            (check.PlanVersion, check.CheckedAtUtc, check.Findings) = (plan.Value.Version, clock.GetUtcNow().UtcDateTime, findings);
            check.IsFailing = findings.Any(finding => finding.Mark == SetUpMark.Wrong);
            audit.Record(write, actor, AuditAction.SetUpChecked, $"plan/{planId}", string.Join(' ', findings.Select(finding => $"{finding.Step}:{finding.Code}")));
            write.Announce(new PortalChange(PlanService.Topic, planId));
            return check;
        }, cancellationToken);
    }

    /// <summary>The last check of each plan that was checked, by plan.</summary>
    public async Task<Result<IReadOnlyDictionary<Guid, SetUpCheck>>> LastAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<SetUpCheck>().AsNoTracking().ToDictionaryAsync(check => check.PlanId, cancellationToken);
    }
}
