using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.Admin.Charging;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FaceH5Portal.Web.Pages.Admin;

/// <summary>A month as it is handed to who pays; the browser prints it.</summary>
public partial class StatementPage(MonthDesk desk, PlanService planService, IJSRuntime script)
{
    private Statement? statement;
    private IReadOnlyList<Plan> plans = [];

    [Parameter]
    public required string Month { get; set; }

    private LedgerAddress Address => new() { Month = statement!.Month.First };

    private List<SumRow> Plans => [.. statement!.Sums.Plans.Select(sum => new SumRow(
        plans.FirstOrDefault(plan => plan.Id == sum.Of)?.Terms.Name ?? FigureText.None, sum.Quantity, sum.Amount, (Address with { Plan = sum.Of }).ToString()))];

    private List<SumRow> CostCentres => [.. statement!.Sums.CostCentres.Select(sum => new SumRow(
        sum.Of.Length == 0 ? L["Charges.NoCostCentre"] : sum.Of, sum.Quantity, sum.Amount, (Address with { CostCentre = sum.Of }).ToString()))];

    private List<SumRow> Types => [.. statement!.Sums.Types.Select(sum => new SumRow(
        L[$"ChargeType.{sum.Of}"], sum.Quantity, sum.Amount, (Address with { Type = sum.Of }).ToString()))];

    protected override async Task OnParametersSetAsync()
    {
        var actor = await ActorAsync();
        if (LedgerAddress.MonthOf(Month) is not { } first)
        {
            Errors = [new PortalError("not-found")];
            return;
        }
        statement = Take(await desk.StatementAsync(actor, first, CancellationToken.None));
        plans = await planService.ListAsync(actor, CancellationToken.None) is { Ok: true } known ? known.Value : [];
    }

    private async Task PrintAsync() => await script.InvokeVoidAsync("print");
}
