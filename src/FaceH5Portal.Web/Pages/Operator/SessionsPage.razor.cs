using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace FaceH5Portal.Web.Pages.Operator;

public partial class SessionsPage(
    SessionSearch search, SessionFeed feed, SavedViews saved, SessionService service, LinkDesk links, PlanService planService,
    SoughtPeople people, ViewerTime times, NavigationManager navigation)
{
    private readonly CancellationTokenSource closing = new();
    private readonly HashSet<Guid> chosen = [];
    private Actor actor = Actor.Anonymous;
    private ListAddress address = new();
    private string? shown;
    private SoughtPerson? sought;
    private bool isForgotten;
    private FoundSessions? page;
    private SessionCount? count;
    private IReadOnlyList<Plan> plans = [];
    private IReadOnlyList<SavedView> views = [];
    private IDisposable? watching;
    private string? said;

    public void Dispose()
    {
        watching?.Dispose();
        closing.Cancel();
        closing.Dispose();
        navigation.LocationChanged -= OnLocationChanged;
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        navigation.LocationChanged += OnLocationChanged;
        actor = await ActorAsync();
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        if (actor.May(Permission.SeeSessions))
            watching = feed.Watch(changes => _ = InvokeAsync(() =>
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
                Follow(changes);
            }));
        plans = Take(await planService.ListAsync(actor, closing.Token)) ?? [];
        await LoadViewsAsync();
        await LoadAsync();
    }

    private SessionFilter Wanted => address.Filter(times.Zone, sought);

    private async Task LoadViewsAsync() => views = Take(await saved.ListAsync(actor, closing.Token)) ?? [];

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(async () =>
    {
        var uri = new Uri(navigation.Uri);
        if (closing.IsCancellationRequested || uri.AbsolutePath != PortalRoutes.Sessions || uri.Query == shown)
            return;
        try
        {
            await LoadAsync();
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
    });

    private async Task LoadAsync()
    {
        shown = new Uri(navigation.Uri).Query;
        address = ListAddress.Read(shown);
        sought = address.Who is { } word ? people.Find(word) : null;
        isForgotten = address.Who is not null && sought is null;
        chosen.Clear();
        (said, page, count) = (null, null, null);
        if (isForgotten)
            return;
        var found = await search.FindAsync(actor, Wanted, closing.Token);
        count = found.Ok ? found.Value.Count ?? (await search.CountAsync(actor, Wanted, closing.Token)).Value : null;
        page = Take(found);
    }

    private void Find((ListAddress Address, SoughtPerson? Person) wanted) => navigation.NavigateTo(
        (wanted.Address with { Place = null, Who = wanted.Person is { } person ? people.Keep(person) : null }).ToString());

    private void Follow(IReadOnlyList<FoundSession> changes)
    {
        if (closing.IsCancellationRequested || page is null || LiveRows.After(page, Wanted, changes) is not { } rows)
            return;
        page = page with { Items = rows };
        chosen.IntersectWith(rows.Select(row => row.Session.Id));
        StateHasChanged();
    }

    private Task CancelAsync() => EachAsync("List.Cancelled", row => !row.Session.Status.IsFinal(), async id => (await service.CancelAsync(actor, id, closing.Token)).Errors);

    private Task RenewAsync() => EachAsync("List.Renewed", row => !row.Session.Status.IsFinal(), async id => (await links.RenewAsync(actor, id, closing.Token)).Errors);

    private Task ArchiveAsync(bool archived) => EachAsync(
        archived ? "List.Archived" : "List.BroughtBack", row => row.Session.Status.IsFinal() && row.Session.ArchivedAtUtc is not null != archived,
        async id => (await service.ArchiveAsync(actor, id, archived, closing.Token)).Errors);

    /// <summary>What was chosen is what was seen: a row that changed meanwhile is refused by the service, not here.</summary>
    private async Task EachAsync(string words, Func<FoundSession, bool> isMeant, Func<Guid, Task<IReadOnlyList<PortalError>>> act)
    {
        var rows = page!.Items.Where(row => chosen.Contains(row.Session.Id) && isMeant(row));
        var (wanted, errors) = (rows.Select(row => row.Session.Id).ToList(), new List<PortalError>());
        foreach (var id in wanted)
            errors.AddRange(await act(id));
        said = L[words, wanted.Count - errors.Count, errors.Count];
        Errors = [.. errors.DistinctBy(error => error.Code)];
        chosen.Clear();
    }
}
