using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>A caller names a plan by its id here, or by the plan ID of the vendor's console, which it may share with another.</summary>
internal static class PlanNames
{
    public static IEnumerable<Plan> Find(IEnumerable<Plan> plans, string name) => Guid.TryParse(name, out var id)
        ? plans.Where(plan => plan.Id == id) : plans.Where(plan => plan.Terms.VendorPlanId == name);

    public static Result<Plan> One(IEnumerable<Plan> plans, string name) => Find(plans, name).Take(2).ToList() switch
    {
        [] => new PortalError("plan-unknown", "plan"),
        [var plan] => plan,
        _ => new PortalError("plan-ambiguous", "plan"),
    };
}
