using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Budgets;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Display;

namespace FaceH5Portal.Web.Pages.Admin;

public partial class BudgetsPage(BudgetDesk desk, PlanService planService)
{
    private IReadOnlyList<CapView>? caps;
    private IReadOnlyList<Plan> plans = [];
    private bool mayManage;
    private BudgetScope scope;
    private BudgetPeriod period;
    private BudgetUnit unit;
    private Guid planId;
    private decimal most = 100;

    private List<(BudgetScope, string)> Scopes => [.. Enum.GetValues<BudgetScope>().Select(one => (one, L[$"BudgetScope.{one}"].Value))];

    private List<(BudgetPeriod, string)> Periods => [.. Enum.GetValues<BudgetPeriod>().Select(one => (one, L[$"BudgetPeriod.{one}"].Value))];

    private List<(BudgetUnit, string)> Units => [.. Enum.GetValues<BudgetUnit>().Select(one => (one, L[$"BudgetUnit.{one}"].Value))];

    private List<(Guid, string)> PlanChoices => [.. plans.Select(plan => (plan.Id, $"{plan.Terms.Name} ({plan.Terms.VendorPlanId})"))];

    protected override bool Shows(PortalChange change) => change.Topic is BudgetDesk.Topic or SessionJournal.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManageMoney);
        plans = await planService.ListAsync(actor, cancellationToken) is { Ok: true } known ? known.Value : [];
        if (planId == Guid.Empty && plans.Count > 0)
            planId = plans[0].Id;
        var listed = await desk.ListAsync(actor, cancellationToken);
        // What was refused in the form stays to be read when somebody else changes something.
        caps = listed.Ok ? listed.Value : Take(listed);
    }

    private async Task SetAsync()
    {
        Take(await desk.SetAsync(await ActorAsync(), new NewCap(scope, planId, period, Most, unit), Closing));
        await LoadAsync(Closing);
    }

    private async Task RemoveAsync(Guid id)
    {
        Take(await desk.RemoveAsync(await ActorAsync(), id, Closing));
        await LoadAsync(Closing);
    }

    // Half a launch is none; a yuan has its parts.
    private long Most => unit == BudgetUnit.Money ? Money.FromYuan(most) : (long)Math.Clamp(Math.Floor(most), -1, int.MaxValue);

    private static string Amount(BudgetCap cap, long? amount) =>
        cap.Unit == BudgetUnit.Money ? FigureText.Yuan(amount) : FigureText.Count(amount ?? 0);

    private string ScopeText(BudgetCap cap) => cap.Scope == BudgetScope.Plan
        ? plans.FirstOrDefault(plan => plan.Id == cap.PlanId)?.Terms.Name ?? L["BudgetScope.Plan"]
        : L[$"BudgetScope.{cap.Scope}"];
}
