using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Checking;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator;

public partial class PlansPage
{
    private IReadOnlyList<Plan>? plans;
    private IReadOnlyDictionary<Guid, SetUpCheck>? checks;
    private bool mayManage;

    [Inject]
    private PlanService Plans { get; set; } = null!;

    [Inject]
    private SetUpDesk SetUps { get; set; } = null!;

    protected override bool Shows(PortalChange change) => change.Topic == PlanService.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManagePlans);
        checks = Take(await SetUps.LastAsync(actor, cancellationToken));
        plans = Take(await Plans.ListAsync(actor, cancellationToken));
    }
}
