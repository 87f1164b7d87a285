using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Admin;

public partial class ResultsPage
{
    private IReadOnlyList<ResultRow>? rows;

    [Inject]
    private SessionQueries Queries { get; set; } = null!;

    protected override bool Shows(PortalChange change) => change.Topic == SessionJournal.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        rows = Take(await Queries.RecentResultsAsync(await ActorAsync(), cancellationToken));
}
