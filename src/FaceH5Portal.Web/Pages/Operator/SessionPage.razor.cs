using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator;

public partial class SessionPage
{
    private SessionDetail? detail;
    private bool maySeeMoney;
    private bool mayCancel;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private SessionQueries Queries { get; set; } = null!;

    [Inject]
    private SessionService Service { get; set; } = null!;

    protected override bool Shows(PortalChange change) => change == new PortalChange(SessionJournal.Topic, Id);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        (maySeeMoney, mayCancel) = (actor.May(Permission.SeeMoney), actor.May(Permission.CancelSessions));
        detail = Take(await Queries.GetAsync(actor, Id, cancellationToken));
    }

    private static bool IsErased(SessionDetail session) => session.Privacy == PrivacyState.Redacted;

    private string Person(SessionDetail session) =>
        IsErased(session) ? L["Session.Erased"] : session.Row.MaskedName ?? L["Session.Nameless"];

    private async Task ArchiveAsync(bool archived) => Errors = (await Service.ArchiveAsync(await ActorAsync(), Id, archived, Closing)).Errors;

    private async Task CancelAsync()
    {
        var cancelled = await Service.CancelAsync(await ActorAsync(), Id, Closing);
        Errors = cancelled.Errors;
    }
}
