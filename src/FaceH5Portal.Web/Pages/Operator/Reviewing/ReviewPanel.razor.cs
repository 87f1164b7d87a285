using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Reviewing;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator.Reviewing;

public partial class ReviewPanel
{
    private Actor actor = Actor.Anonymous;
    private SessionReview? review;
    private ReviewVerdict verdict;
    private string reason = "";
    private string privateReason = "";

    [Parameter, EditorRequired]
    public Guid SessionId { get; set; }

    [Inject]
    private ReviewQueries Queries { get; set; } = null!;

    [Inject]
    private ReviewDesk Desk { get; set; } = null!;

    private bool IsMine => review?.ReviewerId == actor.Id;

    /// <summary>Somebody else was first: what was typed stays where it can be copied from.</summary>
    private bool HasTyped => reason.Length + privateReason.Length > 0;

    private IReadOnlyList<(ReviewVerdict, string)> Verdicts =>
        [.. Enum.GetValues<ReviewVerdict>().Select(known => (known, L[$"ReviewVerdict.{known}"].Value))];

    protected override bool Shows(PortalChange change) => change == new PortalChange(SessionJournal.Topic, SessionId);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        actor = await ActorAsync();
        var found = await Queries.OfAsync(actor, SessionId, cancellationToken);
        review = found.Ok ? found.Value : null;
    }

    private async Task TakeAsync() => Errors = (await Desk.TakeAsync(actor, SessionId, review?.ReviewerId, Closing)).Errors;

    private async Task GiveBackAsync() => Errors = (await Desk.GiveBackAsync(actor, SessionId, Closing)).Errors;

    private async Task DecideAsync()
    {
        // Once submitted it is not given up with the page.
        var done = await Desk.DecideAsync(actor, SessionId, new NewDecision(verdict, reason, privateReason), CancellationToken.None);
        Errors = done.Errors;
        if (done.Ok)
            (verdict, reason, privateReason) = (default, "", "");
    }
}
