using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy.Retaining;
using FaceH5Portal.Web.Pages.Admin.Protecting;

namespace FaceH5Portal.Web.Pages.Admin;

/// <summary>How long what is kept, by plan; and the proof of what went.</summary>
public partial class RetentionPage(PlanService planService, RetentionQueries queries)
{
    private IReadOnlyList<Plan>? plans;
    private RetentionView? view;
    private RetentionForm? edited;
    private bool mayManage;

    // Deletions come by hundreds; a page that reloaded for each would never be read.
    protected override bool Shows(PortalChange change) => change.Topic == PlanService.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManagePlans);
        var found = await queries.GetAsync(actor, cancellationToken);
        // What was refused in the form stays to be read when something changes elsewhere.
        view = found.Ok ? found.Value : Take(found);
        plans = await planService.ListAsync(actor, cancellationToken) is { Ok: true } known ? known.Value : null;
    }

    private void Open(Plan plan) => (edited, Errors) = (RetentionForm.Of(plan), []);

    private async Task SaveAsync()
    {
        var saved = await planService.ChangeAsync(await ActorAsync(), edited!.Plan.Id, edited.Plan.Version, edited.ToTerms(), Closing);
        Errors = saved.Errors;
        if (saved.Ok)
            edited = null;
    }

    private string Days(int? days) => days is { } count ? L["Retention.Days", count] : L["Retention.UntilErased"];
}
