using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Pricing;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Plans;

public sealed class PlanService(PortalStore store, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    public const string Topic = "plan";

    public async Task<Result<IReadOnlyList<Plan>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var plans = await db.Set<Plan>().AsNoTracking().ToListAsync(cancellationToken);
        return plans.OrderBy(plan => plan.Terms.VendorPlanId, StringComparer.Ordinal).ThenBy(plan => plan.Id).ToList();
    }

    public async Task<Result<Plan>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        var plan = await store.LookAtRowsAsync(rows => rows.Find<Plan>(id), cancellationToken);
        return plan is null ? new PortalError("plan-unknown") : plan;
    }

    public async Task<Result<Guid>> CreateAsync(Actor actor, PlanTerms terms, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManagePlans) is { } denied)
            return denied;
        if (PlanRules.Check(terms) is { Count: > 0 } errors)
            return errors;
        return await store.WriteAsync<Guid>(async write => await IsPricedAsync(write, terms, cancellationToken)
            ? Add(write, actor, terms) : new PortalError("price-list-unknown", nameof(PlanTerms.PriceListId)), cancellationToken);
    }

    /// <summary>Refused when the plan is no longer at <paramref name="expectedVersion"/>: somebody else saved it first.</summary>
    public async Task<Result<Guid>> ChangeAsync(
        Actor actor, Guid id, int expectedVersion, PlanTerms terms, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManagePlans) is { } denied)
            return denied;
        if (PlanRules.Check(terms) is { Count: > 0 } errors)
            return errors;
        return await store.WriteAsync<Guid>(async write =>
        {
            var plan = await write.Set<Plan>().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
            if (plan is null)
                return new PortalError("plan-unknown");
            if (plan.Version != expectedVersion)
                return new PortalError(PortalError.ChangedMeanwhile);
            if (!await IsPricedAsync(write, terms, cancellationToken))
                return new PortalError("price-list-unknown", nameof(PlanTerms.PriceListId));
            plan.Terms = terms;
            plan.ChangedAtUtc = clock.GetUtcNow().UtcDateTime;
            plan.Version++;
            audit.Record(write, actor, AuditAction.PlanChanged, $"plan/{id}", $"version {plan.Version}");
            write.Announce(new PortalChange(Topic, id));
            return id;
        }, cancellationToken);
    }

    /// <summary>The sandbox's plans, so that a first start has something to click; only into an empty list.</summary>
    public Task<Result<int>> SeedAsync(IReadOnlyList<PlanTerms> plans, CancellationToken cancellationToken) =>
        store.WriteAsync<int>(async write =>
        {
            if (await write.Set<Plan>().AnyAsync(cancellationToken))
                return 0;
            foreach (var terms in plans)
                Add(write, Actor.System, terms);
            return plans.Count;
        }, cancellationToken);

    private static async Task<bool> IsPricedAsync(PortalWrite write, PlanTerms terms, CancellationToken cancellationToken) =>
        terms.PriceListId is not { } list || await write.Set<PriceList>().AnyAsync(known => known.Id == list, cancellationToken);

    private Guid Add(PortalWrite write, Actor actor, PlanTerms terms)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var plan = new Plan { Id = entropy.NewId(clock), Terms = terms, CreatedAtUtc = now, ChangedAtUtc = now, Version = 1 };
        write.Set<Plan>().Add(plan);
        audit.Record(write, actor, AuditAction.PlanCreated, $"plan/{plan.Id}");
        write.Announce(new PortalChange(Topic, plan.Id));
        return plan.Id;
    }
}
