using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator.Reviewing;

public partial class ReviewsPage
{
    private const int PageLength = 25;

    private readonly CancellationTokenSource closing = new();
    private Actor actor = Actor.Anonymous;
    private ReviewPage? queue;
    private ReviewPlace? place;
    private IDisposable? watching;

    [Inject]
    private ReviewQueries Queries { get; set; } = null!;

    [Inject]
    private SessionFeed Feed { get; set; } = null!;

    [Inject]
    private ViewerTime Times { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsBeyond => place is not null;

    public void Dispose()
    {
        watching?.Dispose();
        closing.Cancel();
        closing.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        if (actor.May(Permission.SeeSessions))
            watching = Feed.Watch(changes => _ = InvokeAsync(() =>
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
                return FollowAsync(changes);
            }));
        await ShowAsync(null);
    }

    private async Task ShowAsync(ReviewPlace? after)
    {
        place = after;
        queue = Take(await Queries.QueueAsync(actor, after, PageLength, closing.Token));
    }

    /// <summary>Asks again only where something that waits, or is shown as waiting, has changed.</summary>
    private async Task FollowAsync(IReadOnlyList<FoundSession> changes)
    {
        if (closing.IsCancellationRequested || !changes.Any(change =>
            change.Session.Review == ReviewState.Needed || queue?.Items.Any(row => row.SessionId == change.Session.Id) == true))
            return;
        try
        {
            await ShowAsync(place);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The page was left while it was reading: nobody waits for the answer.
        }
        catch (Exception exception)
        {
            // Nobody awaits this reading, so its fault is handed to the page's boundary.
            await DispatchExceptionAsync(exception);
        }
    }

    private string Age(DateTime sinceUtc) => (Clock.GetUtcNow().UtcDateTime - sinceUtc) switch
    {
        { TotalDays: >= 1 } age => L["Reviews.Age.Days", (int)age.TotalDays],
        { TotalHours: >= 1 } age => L["Reviews.Age.Hours", (int)age.TotalHours],
        var age => L["Reviews.Age.Minutes", Math.Max(0, (int)age.TotalMinutes)],
    };
}
