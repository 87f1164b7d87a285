using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>A cap as it is to be.</summary>
public sealed record NewCap(BudgetScope Scope, Guid? PlanId, BudgetPeriod Period, int Most);

/// <summary>A cap and how far it is used up now; of each person, by the one who has used most.</summary>
public sealed record CapView(BudgetCap Cap, int Used);

/// <summary>Sets caps on launches.</summary>
public sealed class BudgetDesk(PortalStore store, BudgetCaps caps, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    public const string Topic = "budget";
    public const int HighestCap = 10_000_000;

    public async Task<Result<IReadOnlyList<CapView>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeMoney) is { } denied)
            return denied;
        var today = ChinaDate.Today(clock);
        await using var db = await store.ReadAsync(cancellationToken);
        var views = new List<CapView>();
        foreach (var cap in await db.Set<BudgetCap>().AsNoTracking().OrderBy(cap => cap.CreatedAtUtc).ThenBy(cap => cap.Id).ToListAsync(cancellationToken))
        {
            var since = cap.Since(today);
            views.Add(new CapView(cap, await db.Set<BudgetUse>().Where(use => use.CapId == cap.Id && use.Since == since)
                .MaxAsync(use => (int?)use.Launches, cancellationToken) ?? 0));
        }
        return views;
    }

    /// <summary>Sets a cap, or another number where there is one of the same scope and period.</summary>
    public async Task<Result<Guid>> SetAsync(Actor actor, NewCap wanted, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        if (wanted.Most is < 0 or > HighestCap)
            return new PortalError("number-out-of-range", nameof(NewCap.Most), 0, HighestCap);
        var planId = wanted.Scope == BudgetScope.Plan ? wanted.PlanId : null;
        var set = await store.WriteAsync<Guid>(async write =>
        {
            if (wanted.Scope == BudgetScope.Plan && !await write.Set<Plan>().AnyAsync(plan => plan.Id == planId, cancellationToken))
                return new PortalError("plan-unknown", nameof(NewCap.PlanId));
            var cap = await write.Set<BudgetCap>().SingleOrDefaultAsync(
                one => one.Scope == wanted.Scope && one.PlanId == planId && one.Period == wanted.Period, cancellationToken);
            if (cap is null)
                write.Set<BudgetCap>().Add(cap = Begin(wanted, planId));
            cap.Most = wanted.Most;
            Tell(write, actor, AuditAction.BudgetSet, cap.Id, $"{wanted.Scope} {wanted.Period} {wanted.Most}");
            return cap.Id;
        }, cancellationToken);
        caps.Forget();
        return set;
    }

    public async Task<Result<Guid>> RemoveAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        var removed = await store.WriteAsync<Guid>(async write =>
        {
            await write.Set<BudgetUse>().Where(use => use.CapId == id).ExecuteDeleteAsync(cancellationToken);
            if (await write.Set<BudgetCap>().Where(cap => cap.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
                return new PortalError(PortalError.NotFound);
            Tell(write, actor, AuditAction.BudgetRemoved, id, null);
            return id;
        }, cancellationToken);
        caps.Forget();
        return removed;
    }

    private BudgetCap Begin(NewCap wanted, Guid? planId) => new()
    {
        Id = entropy.NewId(clock),
        Scope = wanted.Scope,
        PlanId = planId,
        Period = wanted.Period,
        Most = wanted.Most,
        CreatedAtUtc = clock.GetUtcNow().UtcDateTime,
    };

    private void Tell(PortalWrite write, Actor actor, AuditAction action, Guid id, string? note)
    {
        audit.Record(write, actor, action, $"budget/{id}", note);
        write.Announce(new PortalChange(Topic, id));
    }
}
