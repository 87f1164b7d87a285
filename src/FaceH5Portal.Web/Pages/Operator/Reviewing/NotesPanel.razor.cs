using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Reviewing;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator.Reviewing;

public partial class NotesPanel
{
    private Actor actor = Actor.Anonymous;
    private IReadOnlyList<WrittenNote>? notes;
    private string text = "";

    [Parameter, EditorRequired]
    public Guid SessionId { get; set; }

    [Parameter, EditorRequired]
    public PrivacyState Privacy { get; set; }

    [Inject]
    private SessionNotes Notes { get; set; } = null!;

    protected override bool Shows(PortalChange change) => change == new PortalChange(SessionJournal.Topic, SessionId);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        actor = await ActorAsync();
        var found = await Notes.ListAsync(actor, SessionId, cancellationToken);
        notes = found.Ok ? found.Value : null;
    }

    private async Task WriteAsync()
    {
        // Once submitted it is not given up with the page.
        var written = await Notes.WriteAsync(actor, SessionId, text, CancellationToken.None);
        Errors = written.Errors;
        if (written.Ok)
            text = "";
    }
}
