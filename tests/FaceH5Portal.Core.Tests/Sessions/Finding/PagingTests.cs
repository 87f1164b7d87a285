using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Sessions.Finding;

public sealed class PagingTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private ListBench list = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        list = new ListBench(portal);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    public static TheoryData<SessionSort, bool> Orders
    {
        get
        {
            var orders = new TheoryData<SessionSort, bool>();
            foreach (var sort in Enum.GetValues<SessionSort>())
            {
                orders.Add(sort, true);
                orders.Add(sort, false);
            }
            return orders;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Equal_keys_are_paged_through_there_and_back_without_loss_or_repetition(SessionSort sort, bool ascending)
    {
        var id = await list.CreateAsync();
        await list.CopyAsync(id, 7);
        portal.Advance(TimeSpan.FromMinutes(1));
        await list.SetAsync(await list.CreateAsync("1003"), session => session.Status = SessionStatus.Passed);
        var filter = new SessionFilter { Sort = sort, Ascending = ascending, Limit = 3 };
        var pages = await list.PagesAsync(filter);
        Assert.Equal([3, 3, 3], pages.Select(page => page.Items.Count));
        var all = pages.SelectMany(page => page.Items).Select(found => found.Session.Id).ToList();
        Assert.Equal(9, all.Distinct().Count());
        Assert.Equal(all, await list.IdsAsync(filter with { Limit = 25 }));
        Assert.Null(pages[0].Previous);
        var back = await list.FindAsync(filter with { Mark = pages[2].Previous });
        Assert.Equal(Ids(pages[1]), Ids(back));
        var first = await list.FindAsync(filter with { Mark = back.Previous });
        Assert.Equal(Ids(pages[0]), Ids(first));
        Assert.Null(first.Previous);
        Assert.Equal(Ids(pages[1]), Ids(await list.FindAsync(filter with { Mark = first.Next })));
    }

    [Fact]
    public async Task What_is_created_meanwhile_moves_no_page()
    {
        await list.CopyAsync(await list.CreateAsync(), 5);
        var filter = new SessionFilter { Limit = 3 };
        var first = await list.FindAsync(filter);
        portal.Advance(TimeSpan.FromMinutes(1));
        var late = await list.CreateAsync();
        var second = await list.FindAsync(filter with { Mark = first.Next });
        Assert.Equal(6, first.Items.Concat(second.Items).Select(found => found.Session.Id).Distinct().Count());
        Assert.DoesNotContain(late, Ids(second));
    }

    [Fact]
    public async Task A_count_is_exact_up_to_ten_thousand_and_stops_there()
    {
        var id = await list.CreateAsync();
        await list.CopyAsync(id, 9_999);
        Assert.Equal(new SessionCount(10_000, true), (await list.CountAsync(new SessionFilter { Limit = 25 })).Value);
        await list.CreateAsync("1003");
        Assert.Equal(new SessionCount(10_000, false), (await list.CountAsync(new SessionFilter { Limit = 25 })).Value);
        Assert.Equal(new SessionCount(1, true), (await list.CountAsync(new SessionFilter { Limit = 25, PlanIds = [await list.PlanAsync("1003")] })).Value);
    }

    [Fact]
    public async Task A_page_that_is_all_there_is_brings_its_count_with_it()
    {
        await list.CopyAsync(await list.CreateAsync(), 2);
        var (whole, half) = (new SessionFilter { Limit = 3 }, new SessionFilter { Limit = 2 });
        var first = await list.FindAsync(half);
        Assert.Equal(((await list.CountAsync(whole)).Value, null), ((await list.FindAsync(whole)).Count, first.Count));
        Assert.Null((await list.FindAsync(half with { Mark = first.Next })).Count);
    }

    [Fact]
    public async Task A_search_that_no_index_answers_stops_says_so_and_goes_on()
    {
        var id = await list.CreateAsync();
        await list.SetAsync(id, session => session.Harvest = HarvestState.Complete);
        portal.Advance(TimeSpan.FromMinutes(1));
        await list.CopyAsync(await list.CreateAsync("1003"), 10_000);
        var filter = new SessionFilter { Harvest = HarvestState.Complete, Limit = 25 };
        var first = await list.FindAsync(filter);
        Assert.Equal((0, true, null), (first.Items.Count, first.CutShort, first.Count));
        var second = await list.FindAsync(filter with { Mark = first.Next });
        Assert.Equal([id], Ids(second));
        Assert.Equal((false, null), (second.CutShort, second.Next));
        Assert.False((await list.CountAsync(filter)).Value.IsExact);
    }

    private static IEnumerable<Guid> Ids(FoundSessions page) => page.Items.Select(found => found.Session.Id);
}
