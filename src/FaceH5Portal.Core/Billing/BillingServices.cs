using FaceH5Portal.Core.Billing.Bills;
using FaceH5Portal.Core.Billing.Budgets;
using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Core.Billing.Exporting;
using FaceH5Portal.Core.Billing.Packages;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Billing;

internal static class BillingServices
{
    public static IServiceCollection AddBilling(this IServiceCollection services) => services
        .AddSingleton<BudgetCaps>()
        .AddSingleton<BudgetCounting>()
        .AddSingleton<BudgetDesk>()
        .AddSingleton<PackageDesk>()
        .AddSingleton<BillDesk>()
        .AddSingleton<ChargeExport>()
        .AddSingleton<DisputePack>()
        .AddSingleton<DisputeDesk>()
        .AddSingleton<DiscrepancyQueries>()
        .AddSingleton<ILaunchGate, BudgetGate>()
        .AddSingleton<ICheckGate, CheckGate>()
        .AddSingleton<IOpeningStep, DeadPermits>()
        .AddSingleton<IErasureFollower, ErasedUse>();
}
