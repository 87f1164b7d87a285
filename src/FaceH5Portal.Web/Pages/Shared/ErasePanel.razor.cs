using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Shared;

/// <summary>Asks twice before a person is erased: nothing brings them back. The page around it shows what came of it.</summary>
public partial class ErasePanel
{
    private Actor actor = Actor.Anonymous;
    private ErasureScope? scope;
    private string reason = "";

    [Parameter, EditorRequired]
    public Guid SessionId { get; set; }

    [Parameter, EditorRequired]
    public PrivacyState Privacy { get; set; }

    [Inject]
    private PersonErasure Erasure { get; set; } = null!;

    private bool MayErase => Privacy != PrivacyState.Redacted && actor.May(Permission.EraseSubjects);

    protected override async Task OnInitializedAsync() => actor = await ActorAsync();

    private async Task AskAsync() => scope = Take(await Erasure.ScopeAsync(actor, SessionId, CancellationToken.None));

    // Once confirmed it is not given up with the page.
    private async Task ConfirmAsync() => Take(await Erasure.EraseAsync(actor, SessionId, reason, null, CancellationToken.None));

    private void Leave() => (scope, reason, Errors) = (null, "", []);
}
