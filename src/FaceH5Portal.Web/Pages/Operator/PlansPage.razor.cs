using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator;

public partial class PlansPage
{
    private IReadOnlyList<Plan>? plans;
    private bool mayManage;

    [Inject]
    private PlanService Plans { get; set; } = null!;

    protected override bool Shows(PortalChange change) => change.Topic == PlanService.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManagePlans);
        plans = Take(await Plans.ListAsync(actor, cancellationToken));
    }
}
