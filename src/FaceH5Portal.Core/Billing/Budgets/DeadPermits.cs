using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>
/// Gives back what launches held that a former process was killed in: no token came of them. One process owns the
/// database, so when it is opened nothing is under way.
/// </summary>
public sealed class DeadPermits(PortalStore store) : IOpeningStep
{
    public Task RunAsync(CancellationToken cancellationToken) => store.WriteAsync<int>(async write =>
        await write.Set<BudgetUse>().Where(use => use.UnderWay > 0).ExecuteUpdateAsync(set => set
            .SetProperty(use => use.Launches, use => use.Launches - use.UnderWay).SetProperty(use => use.UnderWay, 0).SetProperty(use => use.Holding, 0), cancellationToken), cancellationToken);
}
