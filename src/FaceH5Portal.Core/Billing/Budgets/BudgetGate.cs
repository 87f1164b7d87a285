using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>
/// Lets no launch past a cap. Room is counted before the vendor is asked, in a write of its own, and writes pass one by
/// one: of many that come at once only as many get through as there is room for.
/// </summary>
public sealed class BudgetGate(PortalStore store, BudgetCaps caps, BudgetCounting counting, TimeProvider clock) : ILaunchGate
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
            long? mayCost = applying.Exists(cap => cap.Unit == BudgetUnit.Money)
                ? await LaunchCost.OfAsync(write, session.Terms, ChinaDate.Today(clock), cancellationToken) : null;
            foreach (var cap in applying)
            {
                // Changed or gone while this launch was on its way: what is stored counts.
                if (await write.Set<BudgetCap>().FindAsync([cap.Id], cancellationToken) is not { } stored)
                    continue;
                var use = await counting.UseOfAsync(write, cap, subject, cancellationToken);
                if (!await BudgetRoom.HasRoomAsync(write, stored, use, subject, 1, mayCost ?? 0, cancellationToken))
                    return Refusal;
                use.Take(cap.Unit, mayCost);
                held.Add(new LaunchCount(use.CapId, use.Since, use.Person));
            }
            return new LaunchPermit(held, mayCost);
        }, cancellationToken);
    }

    public void Use(PortalWrite write, LaunchPermit permit) => LetGo(write, permit, isUsed: true);

    public async Task GiveBackAsync(LaunchPermit permit)
    {
        if (permit.Held.Count > 0)
            await store.WriteAsync<int>(write =>
            {
                LetGo(write, permit, isUsed: false);
                return permit.Held.Count;
            }, CancellationToken.None);
    }

    private static void LetGo(PortalWrite write, LaunchPermit permit, bool isUsed)
    {
        foreach (var count in permit.Held)
            if (write.Find(new BudgetUse { CapId = count.CapId, Since = count.Since, Person = count.Person }) is { } use)
                use.LetGo(permit.MayCost, isUsed);
    }
}
