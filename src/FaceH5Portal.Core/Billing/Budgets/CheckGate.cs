using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>
/// Lets no photo check past a cap; it counts as a launch does, and belongs to no plan. It needs no holding: what it may cost
/// stands on the check from the same write on.
/// </summary>
public sealed class CheckGate(BudgetCaps caps, BudgetCounting counting) : ICheckGate
{
    /// <summary>What whoever checks a photo is told; a person of a link is told otherwise.</summary>
    private static readonly PortalError Refusal = new PortalError("check-budget-spent");

    public async Task<PortalError?> TakeAsync(PortalWrite write, Subject person, int checks, long mayCost, CancellationToken cancellationToken)
    {
        foreach (var cap in await ApplyingAsync(cancellationToken))
        {
            // Changed or gone meanwhile: what is stored counts.
            if (await write.Set<BudgetCap>().FindAsync([cap.Id], cancellationToken) is not { } stored)
                continue;
            var use = await counting.UseOfAsync(write, cap, person, cancellationToken);
            if (!await BudgetRoom.HasRoomAsync(write, stored, use, person, checks, mayCost, cancellationToken))
                return Refusal;
            use.Launches += checks;
        }
        return null;
    }

    public async Task GiveBackAsync(PortalWrite write, Subject person, CancellationToken cancellationToken)
    {
        foreach (var cap in await ApplyingAsync(cancellationToken))
            if (await write.Set<BudgetCap>().FindAsync([cap.Id], cancellationToken) is not null)
            {
                var use = await counting.UseOfAsync(write, cap, person, cancellationToken);
                use.Launches = Math.Max(0, use.Launches - 1);
            }
    }

    private async Task<IEnumerable<BudgetCap>> ApplyingAsync(CancellationToken cancellationToken) =>
        (await caps.AllAsync(cancellationToken)).Where(cap => cap.Scope != BudgetScope.Plan);
}
