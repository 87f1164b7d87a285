using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Admin;

public partial class ChargesPage
{
    private IReadOnlyList<LedgerEntry>? entries;
    private IReadOnlyList<DayTotal> totals = [];

    [Inject]
    private LedgerQueries Queries { get; set; } = null!;

    [Inject]
    private ViewerTime Times { get; set; } = null!;

    protected override bool Shows(PortalChange change) => change.Topic == SessionJournal.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        entries = Take(await Queries.RecentAsync(await ActorAsync(), Times.Zone, cancellationToken));
        totals = LedgerQueries.Totals(entries ?? [], Times.Zone);
    }
}
