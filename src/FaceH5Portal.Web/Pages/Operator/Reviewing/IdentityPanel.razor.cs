using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Reviewing;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator.Reviewing;

public partial class IdentityPanel
{
    private Actor actor = Actor.Anonymous;
    private ComparedIdentity? identity;
    private RevealReason why;

    [Parameter, EditorRequired]
    public Guid SessionId { get; set; }

    [Inject]
    private IdentityComparison Comparison { get; set; } = null!;

    private IReadOnlyList<(RevealReason, string)> Reasons =>
        [.. Enum.GetValues<RevealReason>().Select(reason => (reason, L[$"RevealReason.{reason}"].Value))];

    protected override bool Shows(PortalChange change) => change == new PortalChange(SessionJournal.Topic, SessionId);

    /// <summary>A change of the session masks the person again: whoever looks once more says why once more.</summary>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        actor = await ActorAsync();
        var found = await Comparison.CompareAsync(actor, SessionId, null, cancellationToken);
        identity = found.Ok ? found.Value : null;
    }

    private async Task RevealAsync() => identity = Take(await Comparison.CompareAsync(actor, SessionId, why, Closing)) ?? identity;
}
