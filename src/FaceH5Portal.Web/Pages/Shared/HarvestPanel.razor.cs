using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Shared;

/// <summary>What is owed of a session, and what a person may do about it.</summary>
public partial class HarvestPanel
{
    private IReadOnlyList<HarvestRow>? rows;
    private Actor actor = Actor.Anonymous;
    private Guid? asked;
    private string reason = "";

    [Parameter, EditorRequired]
    public Guid SessionId { get; set; }

    [Parameter, EditorRequired]
    public SessionStatus Status { get; set; }

    /// <summary>Whether somebody has already answered for a verdict that could not be had.</summary>
    [Parameter]
    public bool IsResolved { get; set; }

    [Inject]
    private HarvestQueries Queries { get; set; } = null!;

    [Inject]
    private HarvestDesk Desk { get; set; } = null!;

    private bool MayDecide => actor.May(Permission.Decide);

    private bool MayRetry => actor.May(Permission.CreateSessions)
        && (Status == SessionStatus.Confirming || rows?.Any(row => row.State == HarvestItemState.Owed) == true);

    private bool MayAskNow => actor.May(Permission.CreateSessions) && Status == SessionStatus.Capturing;

    private bool MayResolve => MayDecide && Status == SessionStatus.Unresolved && !IsResolved;

    protected override bool Shows(PortalChange change) => change == new PortalChange(SessionJournal.Topic, SessionId);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        actor = await ActorAsync();
        var found = await Queries.ListAsync(actor, SessionId, cancellationToken);
        rows = found.Ok ? found.Value : [];
    }

    /// <summary>A sentence for the faults of ours; the vendor's codes stand for themselves.</summary>
    private string Words(string fault)
    {
        var text = L[$"ItemFault.{fault}"];
        return text.ResourceNotFound ? "" : text;
    }

    private void Ask(Guid itemId) => (asked, reason) = (itemId, "");

    private async Task RetryAsync() => Errors = (await Desk.RetryAsync(actor, SessionId, Closing)).Errors;

    private async Task AskNowAsync() => Errors = (await Desk.AskNowAsync(actor, SessionId, Closing)).Errors;

    private async Task ConfirmAsync()
    {
        var done = asked is { } itemId
            ? await Desk.CloseAsync(actor, itemId, reason, Closing)
            : await Desk.ResolveAsync(actor, SessionId, reason, Closing);
        Errors = done.Errors;
        if (done.Ok)
            (asked, reason) = (null, "");
    }
}
