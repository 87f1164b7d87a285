using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Layout;

/// <summary>Leaves a page whose session is over: loaded anew it asks for another, or goes on with the one that took its place.</summary>
public sealed class SessionWatch(AccountSessions sessions, CommitFeed feed, PeopleClock clock, NavigationManager navigation) : ComponentBase, IDisposable
{
    private IDisposable? subscription;
    private ITimer? timer;

    [Parameter, EditorRequired]
    public required LiveSession Live { get; set; }

    public void Dispose()
    {
        subscription?.Dispose();
        timer?.Dispose();
    }

    protected override void OnInitialized()
    {
        subscription = feed.Subscribe(change =>
        {
            // Away from the writer's thread, which has work to do.
            if (change.Topic == PeopleWrites.Topic)
                _ = Task.Run(LookAsync);
        });
        timer = clock.Time.CreateTimer(_ => _ = LookAsync(), null, Wait(Live), Timeout.InfiniteTimeSpan);
    }

    private Task LookAsync() => InvokeAsync(async () =>
    {
        if (await sessions.FindAsync(Live.Session.Id, CancellationToken.None) is { } live)
            timer?.Change(Wait(live), Timeout.InfiniteTimeSpan);
        else
            navigation.NavigateTo(navigation.Uri, forceLoad: true);
    });

    private TimeSpan Wait(LiveSession live)
    {
        var left = sessions.EndOf(live) - clock.NowUtc + TimeSpan.FromSeconds(1);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
