using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator;

public partial class SessionsPage
{
    private IReadOnlyList<SessionRow>? rows;

    [SupplyParameterFromQuery]
    public Guid? OlderThan { get; set; }

    [Inject]
    private SessionQueries Queries { get; set; } = null!;

    protected override bool Shows(PortalChange change) => change.Topic == SessionJournal.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        rows = Take(await Queries.ListAsync(await ActorAsync(), OlderThan, cancellationToken));
}
