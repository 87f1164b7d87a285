using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Packages;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;

namespace FaceH5Portal.Web.Pages.Admin.Charging;

/// <summary>What was bought ahead, and how long it will last.</summary>
public partial class PackagePanel(PackageDesk desk, TimeProvider clock)
{
    private IReadOnlyList<PackageView>? packages;
    private bool mayManage;
    private ChargeType type = ChargeType.Verify;
    private int units = 10_000;
    private DateOnly from = ChinaDate.Today(clock);
    private DateOnly? until;

    private List<(ChargeType, string)> Types => [.. PriceListForm.Priced.Select(one => (one, L[$"ChargeType.{one}"].Value))];

    protected override bool Shows(PortalChange change) => change.Topic is PackageDesk.Topic or LedgerDesk.Topic or SessionJournal.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManageMoney);
        var listed = await desk.ListAsync(actor, cancellationToken);
        // What was refused in the form stays to be read when something changes elsewhere.
        packages = listed.Ok ? listed.Value : Take(listed);
    }

    private async Task AddAsync() => Take(await desk.AddAsync(await ActorAsync(), new NewPackage(type, units, from, until), Closing));

    private async Task RemoveAsync(Guid id) => Take(await desk.RemoveAsync(await ActorAsync(), id, Closing));

    private string ForecastText(PackageView view)
    {
        var today = ChinaDate.Today(clock);
        return view switch
        {
            { RunsOutOn: null, Package.Until: { } last } => L["Packages.LastsUntil", FigureText.Day(last)],
            { RunsOutOn: null } => L["Packages.Lasts"],
            { RunsOutOn: { } day, Lapsing: > 0 } when day <= today => L["Packages.Lapsed", FigureText.Day(day), FigureText.Count(view.Lapsing)],
            { RunsOutOn: { } day } when day <= today => L["Packages.UsedUp", FigureText.Day(day)],
            { RunsOutOn: { } day, Lapsing: > 0 } => L["Packages.Lapses", FigureText.Day(day), FigureText.Count(view.Lapsing)],
            { RunsOutOn: { } day } => L["Packages.RunsOut", FigureText.Day(day), day.DayNumber - today.DayNumber],
        };
    }
}
