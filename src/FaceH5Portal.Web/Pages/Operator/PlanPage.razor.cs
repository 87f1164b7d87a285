using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator;

public partial class PlanPage
{
    private PlanForm? form;
    private int version;
    private bool mayManage;
    private IReadOnlyList<PriceList> lists = [];

    [Parameter]
    public Guid? Id { get; set; }

    [Inject]
    private PlanService Plans { get; set; } = null!;

    [Inject]
    private PriceDesk Prices { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private List<(ComparisonSource, string)> Sources => Choices<ComparisonSource>("Source");

    private List<(IdentityEntry, string)> Entries => Choices<IdentityEntry>("Entry");

    private List<(Guid, string)> PriceLists => [(Guid.Empty, L["Plan.OwnPrices"]), .. lists.Select(list => (list.Id, list.Terms.Name))];

    private List<(ControlLevel, string)> Levels => Choices<ControlLevel>("Control");

    protected override async Task OnParametersSetAsync()
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManagePlans);
        // Who may not see money chooses no prices.
        lists = await Prices.ListAsync(actor, CancellationToken.None) is { Ok: true } known ? known.Value : [];
        if (Id is not { } id)
        {
            form = new PlanForm();
            return;
        }
        var plan = Take(await Plans.GetAsync(actor, id, CancellationToken.None));
        (form, version) = plan is null ? (null, 0) : (PlanForm.Of(plan.Terms), plan.Version);
    }

    private List<(T, string)> Choices<T>(string prefix) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => (value, L[$"{prefix}.{value}"].Value))];

    private async Task SaveAsync()
    {
        var (actor, terms) = (await ActorAsync(), form!.ToTerms());
        var saved = Id is { } id
            ? await Plans.ChangeAsync(actor, id, version, terms, CancellationToken.None)
            : await Plans.CreateAsync(actor, terms, CancellationToken.None);
        Errors = saved.Errors;
        if (saved.Ok)
            Navigation.NavigateTo(PortalRoutes.Plans);
    }
}
