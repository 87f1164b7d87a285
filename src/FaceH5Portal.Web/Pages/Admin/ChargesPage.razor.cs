using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.Admin.Charging;
using FaceH5Portal.Web.Pages.Operator.Figures;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Admin;

/// <summary>A month of the ledger: what it comes to, how that is made up, and each entry that it is made of.</summary>
public partial class ChargesPage(LedgerQueries queries, PlanService planService, TimeProvider clock, NavigationManager navigation)
{
    private const int MonthsBack = 24;

    private LedgerAddress address = new();
    private LedgerSums? sums;
    private LedgerPage? page;
    private IReadOnlyList<Plan> plans = [];
    private LedgerEntry? amended;
    private bool mayManage;

    /// <summary>Read with all of the address; named here so that the page is told when that changes.</summary>
    [SupplyParameterFromQuery(Name = "at")]
    public string? At { get; set; }

    private DateOnly Month => LedgerFilter.MonthOf(address.Filter(ChinaDate.Today(clock)).From);

    private List<(DateOnly, string)> Months
    {
        get
        {
            var (today, asked) = (ChinaDate.Today(clock), Month);
            return [.. Enumerable.Range(0, MonthsBack).Select(back => LedgerFilter.MonthOf(today).AddMonths(-back)).Append(asked)
                .Distinct().OrderDescending().Select(month => (month, LedgerAddress.MonthText(month)))];
        }
    }

    private List<(Guid, string)> PlanChoices => [(Guid.Empty, L["List.All"]), .. plans.Select(plan => (plan.Id, $"{plan.Terms.Name} ({plan.Terms.VendorPlanId})"))];

    private List<(int, string)> TypeChoices => [(-1, L["List.All"]), .. Enum.GetValues<ChargeType>().Select(type => ((int)type, L[$"ChargeType.{type}"].Value))];

    private List<DayPoint> Points => [.. Enumerable.Range(0, Month.AddMonths(1).AddDays(-1).Day).Select(later => Month.AddDays(later))
        .GroupJoin(sums!.Days, day => day, sum => sum.Of, (day, found) => (day, Amount: found.Sum(sum => sum.Amount)))
        .Select(point => new DayPoint(point.day, Math.Max(0, point.Amount), null, FigureText.Yuan(point.Amount)))];

    private List<SumRow> DaySums => [.. sums!.Days.Reverse().Select(sum => Row(FigureText.Day(sum.Of), sum.Quantity, sum.Amount, address with { Day = sum.Of }))];

    private List<SumRow> TypeSums => [.. sums!.Types.Select(sum => Row(L[$"ChargeType.{sum.Of}"], sum.Quantity, sum.Amount, address with { Type = sum.Of }))];

    private List<SumRow> PlanSums => [.. sums!.Plans.Select(sum => Row(
        plans.FirstOrDefault(plan => plan.Id == sum.Of)?.Terms.Name ?? FigureText.None, sum.Quantity, sum.Amount, address with { Plan = sum.Of }))];

    private List<SumRow> CentreSums => [.. sums!.CostCentres.Select(sum => Row(
        sum.Of.Length == 0 ? L["Charges.NoCostCentre"] : sum.Of, sum.Quantity, sum.Amount, address with { CostCentre = sum.Of }))];

    private List<SumRow> AvoidableSums => [.. sums!.Avoidables.Select(sum => Row(L[$"AvoidableCause.{sum.Of}"], sum.Quantity, sum.Amount, address with { Avoidable = sum.Of }))];

    protected override bool Shows(PortalChange change) => change.Topic is SessionJournal.Topic or LedgerDesk.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManageMoney);
        address = LedgerAddress.Read(new Uri(navigation.Uri).Query);
        var filter = address.Filter(ChinaDate.Today(clock));
        plans = (await planService.ListAsync(actor, cancellationToken)) is { Ok: true } known ? known.Value : [];
        sums = Take(await queries.SumsAsync(actor, filter, cancellationToken));
        if (sums is not null)
            page = Take(await queries.PageAsync(actor, filter, address.Place, LedgerAddress.PageSize, cancellationToken));
    }

    private static SumRow Row(string text, int quantity, long amount, LedgerAddress narrowed) =>
        new(text, quantity, amount, (narrowed with { Place = null }).ToString());

    private void Go(LedgerAddress wanted) => navigation.NavigateTo(wanted.ToString());

    private Task AmendedAsync()
    {
        amended = null;
        return LoadAsync(Closing);
    }
}
