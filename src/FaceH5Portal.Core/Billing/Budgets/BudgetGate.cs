using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>
/// Lets no launch past a cap. Room is counted before the vendor is asked, in a write of its own, and writes pass one by
/// one: of many that come at once only as many get through as there is room for.
/// </summary>
public sealed class BudgetGate(PortalStore store, BudgetCaps caps, TimeProvider clock) : ILaunchGate
{
    /// <summary>What is told, and stands in the timeline, where a cap is used up.</summary>
    public static readonly PortalError Refusal = new PortalError("budget-spent");

    private static readonly LaunchPermit Unlimited = new([]);

    public async Task<Result<LaunchPermit>> TakeAsync(VerificationSession session, Subject subject, CancellationToken cancellationToken)
    {
        var applying = (await caps.AllAsync(cancellationToken)).Where(cap => cap.Scope != BudgetScope.Plan || cap.PlanId == session.PlanId).ToList();
        // Where nothing limits launches nobody pays for counting them.
        if (applying.Count == 0)
            return Unlimited;
        return await store.WriteAsync<LaunchPermit>(async write =>
        {
            var held = new List<LaunchCount>();
            foreach (var cap in applying)
            {
                // Changed or gone while this launch was on its way: what is stored counts.
                if (await write.Set<BudgetCap>().FindAsync([cap.Id], cancellationToken) is not { } stored)
                    continue;
                var use = await UseOfAsync(write, cap, subject, cancellationToken);
                if (use.Launches >= stored.Most)
                    return Refusal;
                use.Launches++;
                use.UnderWay++;
                held.Add(new LaunchCount(use.CapId, use.Since, use.Person));
            }
            return new LaunchPermit(held);
        }, cancellationToken);
    }

    public Task UseAsync(PortalWrite write, LaunchPermit permit, CancellationToken cancellationToken) =>
        MoveAsync(write, permit, launches: 0, cancellationToken);

    public async Task GiveBackAsync(LaunchPermit permit)
    {
        if (permit.Held.Count > 0)
            await store.WriteAsync<int>(async write =>
            {
                await MoveAsync(write, permit, launches: -1, CancellationToken.None);
                return permit.Held.Count;
            }, CancellationToken.None);
    }

    private static async Task MoveAsync(PortalWrite write, LaunchPermit permit, int launches, CancellationToken cancellationToken)
    {
        foreach (var count in permit.Held)
            if (await write.Set<BudgetUse>().FindAsync([count.CapId, count.Since, count.Person], cancellationToken) is { } use)
            {
                use.UnderWay--;
                use.Launches += launches;
            }
    }

    private async Task<BudgetUse> UseOfAsync(PortalWrite write, BudgetCap cap, Subject subject, CancellationToken cancellationToken)
    {
        var since = cap.Since(ChinaDate.Today(clock));
        var person = cap.Scope == BudgetScope.EachPerson ? subject.NumberIndex ?? subject.Id.ToString("N") : "";
        var use = await write.Set<BudgetUse>().FindAsync([cap.Id, since, person], cancellationToken);
        if (use is not null)
            return use;
        // What has passed is of no use to anybody.
        await write.Set<BudgetUse>().Where(old => old.CapId == cap.Id && old.Since < since).ExecuteDeleteAsync(cancellationToken);
        use = new BudgetUse { CapId = cap.Id, Since = since, Person = person, Launches = await BudgetCounting.MintedAsync(write, cap, subject, since, cancellationToken) };
        write.Set<BudgetUse>().Add(use);
        return use;
    }
}
