using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Shared;

public partial class PicturePanel(PictureDesk desk)
{
    private Actor actor = Actor.Anonymous;
    private PictureAccess? access;

    [Parameter, EditorRequired]
    public Guid SessionId { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<EvidenceItem> Items { get; set; }

    /// <summary>Whether what is gone went with its person, and not at the end of its time.</summary>
    [Parameter]
    public bool Erased { get; set; }

    private IEnumerable<EvidenceItem> Images => Items.Where(item => item.Kind != EvidenceKind.Answer);

    private DateTime OpenedUtc => access!.Own!.UntilUtc - PictureDesk.OpenFor;

    protected override bool Shows(PortalChange change) => change == new PortalChange(SessionJournal.Topic, SessionId);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        actor = await ActorAsync();
        var found = await desk.StateAsync(actor, SessionId, cancellationToken);
        access = found.Ok ? found.Value : null;
    }

    private async Task AskAsync(RevealReason reason) => await ShowAsync(await desk.AskAsync(actor, SessionId, reason, Closing));

    private async Task SettleAsync(Guid reveal, bool granted) => await ShowAsync(await desk.SettleAsync(actor, reveal, granted, Closing));

    private Task ShowAsync(Result<Guid> done)
    {
        Errors = done.Errors;
        return LoadAsync(Closing);
    }
}
