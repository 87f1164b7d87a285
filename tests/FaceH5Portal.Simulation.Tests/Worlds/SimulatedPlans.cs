using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>The sandbox's plans, and those of them that the lifecycle treats otherwise: short links, one attempt, early probes.</summary>
internal static class SimulatedPlans
{
    public static IReadOnlyList<PlanTerms> All { get; } =
    [
        .. SandboxPlans.All,
        Of("1001") with { Name = "early probes", EarlyProbes = true },
        Of("1007") with { Name = "early probes, retry", EarlyProbes = true, LinkLifetimeHours = 5 },
        Of("1001") with { Name = "short link", LinkLifetimeHours = 1 },
        Of("1003") with { Name = "short link, retry", LinkLifetimeHours = 2, MaxAttempts = 2 },
        Of("1001") with { Name = "long link", LinkLifetimeHours = 120 },
        Of("1007") with { Name = "long link, retry", LinkLifetimeHours = 100 },
        Of("1005") with { Name = "one attempt", MaxAttempts = 1, LinkLifetimeHours = 24 },
        Of("1002") with { Name = "many attempts", MaxAttempts = 6, LinkLifetimeHours = 24 },
    ];

    private static PlanTerms Of(string vendorPlanId) => SandboxPlans.All.Single(plan => plan.VendorPlanId == vendorPlanId);
}
