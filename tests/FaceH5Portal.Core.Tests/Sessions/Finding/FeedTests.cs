using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Sessions.Finding;

public sealed class FeedTests : IAsyncLifetime
{
    private static readonly SessionFilter All = new() { Limit = 3 };

    private PortalHarness portal = null!;
    private ListBench list = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        list = new ListBench(portal);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task One_change_seen_by_a_thousand_watchers_costs_one_query()
    {
        var id = await list.CreateAsync();
        var feed = portal.Get<SessionFeed>();
        using var everybody = new CountdownEvent(1_000);
        var watching = Enumerable.Range(0, 1_000).Select(_ => feed.Watch(changes =>
        {
            Assert.Equal(SessionStatus.Cancelled, Assert.Single(changes).Session.Status);
            everybody.Signal();
        })).ToList();
        await CancelAsync(id);
        Assert.True(everybody.Wait(TimeSpan.FromSeconds(30)));
        Assert.Equal(1, feed.Queries);
        watching.ForEach(watcher => watcher.Dispose());
    }

    [Fact]
    public async Task Nobody_who_watches_costs_nothing()
    {
        await CancelAsync(await list.CreateAsync());
        Assert.Equal(0, portal.Get<SessionFeed>().Queries);
    }

    [Fact]
    public async Task A_page_follows_changes_as_a_new_reading_would()
    {
        var oldest = await list.CreateAsync();
        for (var more = 0; more < 3; more++)
        {
            portal.Advance(TimeSpan.FromMinutes(1));
            await list.CreateAsync();
        }
        var waiting = All with { Status = SessionStatus.AwaitingUser };
        var (page, open) = (await list.FindAsync(All), await list.FindAsync(waiting));
        portal.Advance(TimeSpan.FromMinutes(1));
        var added = await ChangeAsync(await list.CreateAsync());
        Assert.Equal(await list.IdsAsync(All), Ids(LiveRows.After(page, All, added)!));
        await CancelAsync(page.Items[1].Session.Id);
        var cancelled = await ChangeAsync(page.Items[1].Session.Id);
        Assert.Equal(SessionStatus.Cancelled, LiveRows.After(page, All, cancelled)![1].Session.Status);
        Assert.Equal([page.Items[0].Session.Id, page.Items[2].Session.Id], Ids(LiveRows.After(open, waiting, cancelled)!));
        Assert.Null(LiveRows.After(page, All, await ChangeAsync(oldest)));
    }

    private static IEnumerable<Guid> Ids(IReadOnlyList<FoundSession> rows) => rows.Select(row => row.Session.Id);

    private async Task<IReadOnlyList<FoundSession>> ChangeAsync(Guid id) =>
        [.. (await list.FindAsync(All with { Limit = 25 })).Items.Where(found => found.Session.Id == id)];

    private async Task CancelAsync(Guid id) =>
        Assert.True((await portal.Get<SessionService>().CancelAsync(SessionDriver.Operator, id, CancellationToken.None)).Ok);
}
