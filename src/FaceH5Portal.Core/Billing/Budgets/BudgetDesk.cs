using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>A cap as it is to be.</summary>
/// <param name="Scope">What it counts together.</param>
/// <param name="PlanId">Where the scope is one plan.</param>
/// <param name="Period">A day or a month.</param>
/// <param name="Most">Launches, or 1/10,000 CNY.</param>
/// <param name="Unit">Which of the two.</param>
public sealed record NewCap(BudgetScope Scope, Guid? PlanId, BudgetPeriod Period, long Most, BudgetUnit Unit = BudgetUnit.Launches);

/// <summary>A cap and how far it is used up now; of each person, by the one who has used most, and null where that is money.</summary>
public sealed record CapView(BudgetCap Cap, long? Used);

/// <summary>Sets caps on launches.</summary>
public sealed class BudgetDesk(PortalStore store, BudgetCaps caps, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    public const string Topic = "budget";
    public const int HighestCap = 10_000_000;
    public const long HighestMoney = HighestCap * (long)Money.UnitsPerYuan;

    public async Task<Result<IReadOnlyList<CapView>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeMoney) is { } denied)
            return denied;
        var today = ChinaDate.Today(clock);
        await using var db = await store.ReadAsync(cancellationToken);
        var views = new List<CapView>();
        foreach (var cap in await db.Set<BudgetCap>().AsNoTracking().OrderBy(cap => cap.CreatedAtUtc).ThenBy(cap => cap.Id).ToListAsync(cancellationToken))
            views.Add(new CapView(cap, await UsedAsync(db, cap, cap.Since(today), cancellationToken)));
        return views;
    }

    /// <summary>Sets a cap, or another number where there is one of the same scope and period.</summary>
    public async Task<Result<Guid>> SetAsync(Actor actor, NewCap wanted, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        var highest = wanted.Unit == BudgetUnit.Money ? HighestMoney : HighestCap;
        if (wanted.Most < 0 || wanted.Most > highest)
            return new PortalError("number-out-of-range", nameof(NewCap.Most), 0, HighestCap);
        var planId = wanted.Scope == BudgetScope.Plan ? wanted.PlanId : null;
        var set = await store.WriteAsync<Guid>(async write =>
        {
            if (wanted.Scope == BudgetScope.Plan && !await write.Set<Plan>().AnyAsync(plan => plan.Id == planId, cancellationToken))
                return new PortalError("plan-unknown", nameof(NewCap.PlanId));
            var cap = await write.Set<BudgetCap>().SingleOrDefaultAsync(
                one => one.Scope == wanted.Scope && one.PlanId == planId && one.Period == wanted.Period && one.Unit == wanted.Unit, cancellationToken);
            if (cap is null)
            {
                write.Set<BudgetCap>().Add(cap = Begin(wanted, planId));
                if (wanted.Unit == BudgetUnit.Money)
                    await SayWhatOpenTokensMayCostAsync(write, cancellationToken);
            }
            cap.Most = wanted.Most;
            Tell(write, actor, AuditAction.BudgetSet, cap.Id, $"{wanted.Scope} {wanted.Period} {(wanted.Unit == BudgetUnit.Money ? Money.Text(wanted.Most) : wanted.Most)}");
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

    private static async Task<long?> UsedAsync(PortalDbContext db, BudgetCap cap, DateOnly since, CancellationToken cancellationToken)
    {
        var uses = db.Set<BudgetUse>().Where(use => use.CapId == cap.Id && use.Since == since);
        return (cap.Unit, cap.Scope) switch
        {
            (BudgetUnit.Launches, _) => await uses.MaxAsync(use => (int?)use.Launches, cancellationToken) ?? 0,
            (_, BudgetScope.EachPerson) => null,
            _ => await SpentMoney.OfAllAsync(db, cap, since, cancellationToken) + await uses.SumAsync(use => use.Holding, cancellationToken),
        };
    }

    /// <summary>They were let go when nothing limited what they cost, and count all the same.</summary>
    private async Task SayWhatOpenTokensMayCostAsync(PortalWrite write, CancellationToken cancellationToken)
    {
        var live = clock.GetUtcNow().UtcDateTime - TokenWindows.Use - TokenWindows.Results;
        var open = await write.Set<VerifyToken>().Where(token => token.EndedAtUtc == null && token.MayCost == null && token.MintedAtUtc >= live)
            .Join(write.Set<VerificationSession>(), token => token.SessionId, session => session.Id, (token, session) => new { token, session.Terms })
            .AsNoTracking().ToListAsync(cancellationToken);
        foreach (var found in open)
            write.Take(found.token).MayCost = await LaunchCost.OfAsync(write, found.Terms, ChinaDate.Today(clock), cancellationToken);
    }

    private BudgetCap Begin(NewCap wanted, Guid? planId) => new()
    {
        Id = entropy.NewId(clock),
        Scope = wanted.Scope,
        PlanId = planId,
        Period = wanted.Period,
        Unit = wanted.Unit,
        Most = wanted.Most,
        CreatedAtUtc = clock.GetUtcNow().UtcDateTime,
    };

    private void Tell(PortalWrite write, Actor actor, AuditAction action, Guid id, string? note)
    {
        audit.Record(write, actor, action, $"budget/{id}", note);
        write.Announce(new PortalChange(Topic, id));
    }
}
