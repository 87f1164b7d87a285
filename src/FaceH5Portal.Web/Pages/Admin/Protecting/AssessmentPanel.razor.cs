using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy.Assessing;

namespace FaceH5Portal.Web.Pages.Admin.Protecting;

public partial class AssessmentPanel(AssessmentDesk desk)
{
    private IReadOnlyList<AssessedPlan>? plans;
    private AssessedPlan? opened;
    private bool mayManage;
    private string necessity = "";
    private string risks = "";
    private string measures = "";

    protected override bool Shows(PortalChange change) => change.Topic == PlanService.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManagePrivacy);
        var listed = await desk.ListAsync(actor, cancellationToken);
        // What was refused in the form stays to be read when something changes elsewhere.
        plans = listed.Ok ? listed.Value : Take(listed);
    }

    /// <summary>With the words of the last one: most of it stays true.</summary>
    private void Open(AssessedPlan plan)
    {
        (opened, Errors) = (plan, []);
        (necessity, risks, measures) = (plan.Last?.Necessity ?? "", plan.Last?.Risks ?? "", plan.Last?.Measures ?? "");
    }

    private async Task SaveAsync()
    {
        var saved = await desk.RecordAsync(await ActorAsync(), opened!.Plan.Id, new NewAssessment(necessity, risks, measures), Closing);
        Errors = saved.Errors;
        if (saved.Ok)
            opened = null;
    }
}
