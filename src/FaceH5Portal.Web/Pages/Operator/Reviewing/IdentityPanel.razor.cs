using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Reviewing;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator.Reviewing;

public partial class IdentityPanel
{
    private Actor actor = Actor.Anonymous;
    private ComparedIdentity? identity;

    [Parameter, EditorRequired]
    public Guid SessionId { get; set; }

    [Inject]
    private IdentityComparison Comparison { get; set; } = null!;

    [Inject]
    private RevealDesk Desk { get; set; } = null!;

    protected override bool Shows(PortalChange change) => change == new PortalChange(SessionJournal.Topic, SessionId);

    /// <summary>A change of the session masks the person again: whoever looks once more says why once more.</summary>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        actor = await ActorAsync();
        var found = await Comparison.CompareAsync(actor, SessionId, cancellationToken);
        identity = found.Ok ? found.Value : null;
    }

    private async Task RevealAsync(RevealReason why) => identity = Take(await Desk.IdentityAsync(actor, SessionId, why, Closing)) ?? identity;
}
