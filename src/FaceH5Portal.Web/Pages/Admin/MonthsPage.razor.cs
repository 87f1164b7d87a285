using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Admin;

public partial class MonthsPage(MonthDesk desk, TimeProvider clock)
{
    private IReadOnlyList<MonthView>? months;
    private bool mayManage;
    private readonly Dictionary<DateOnly, string> reasons = [];

    private DateOnly Today => ChinaDate.Today(clock);

    protected override bool Shows(PortalChange change) => change.Topic is MonthDesk.Topic or LedgerDesk.Topic or SessionJournal.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManageMoney);
        var listed = await desk.ListAsync(actor, cancellationToken);
        // What was refused stays to be read when something changes elsewhere.
        months = listed.Ok ? listed.Value : Take(listed);
    }

    private async Task CloseAsync(DateOnly month) => Take(await desk.CloseAsync(await ActorAsync(), month, Closing));

    private async Task ReopenAsync(DateOnly month)
    {
        var reopened = await desk.ReopenAsync(await ActorAsync(), month, reasons.GetValueOrDefault(month, ""), Closing);
        Take(reopened);
        if (reopened.Ok)
            reasons.Remove(month);
    }

    private void KeepReason(DateOnly month, ChangeEventArgs change) => reasons[month] = change.Value?.ToString() ?? "";

    private string StateText(MonthView month) => month.Closed is { ClosedAtUtc: { } at, ClosedBy: { } by }
        ? L["Months.ClosedBy", Times.Text(at), by]
        : month.ClosableFrom > Today ? L["Months.OpenUntil", FigureText.Day(month.ClosableFrom)] : L["Months.Open"];
}
