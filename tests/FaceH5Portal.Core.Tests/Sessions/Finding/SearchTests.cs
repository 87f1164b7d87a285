using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Sessions.Finding;

public sealed class SearchTests : IAsyncLifetime
{
    private static readonly SessionFilter All = new() { Limit = 25 };

    private PortalHarness portal = null!;
    private ListBench list = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        list = new ListBench(portal);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Each_filter_keeps_what_it_names_and_nothing_else()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        portal.Advance(TimeSpan.FromDays(1));
        var other = await list.CreateAsync("1003", reference: "order-7");
        await list.SetAsync(other, session => (session.Review, session.Harvest) = (ReviewState.Needed, HarvestState.Owed));
        var (first, second) = ((Guid[])[session.Id], (Guid[])[other]);
        Assert.Equal(first, await list.IdsAsync(All with { Status = SessionStatus.Passed }));
        Assert.Equal(second, await list.IdsAsync(All with { PlanIds = [await list.PlanAsync("1003")] }));
        Assert.Equal(second, await list.IdsAsync(All with { Harvest = HarvestState.Owed }));
        Assert.Equal(first, await list.IdsAsync(All with { Harvest = HarvestState.Complete }));
        Assert.Equal(second, await list.IdsAsync(All with { Review = ReviewState.Needed }));
        Assert.Equal(first, await list.IdsAsync(All with { IsCharged = true }));
        Assert.Equal(second, await list.IdsAsync(All with { IsCharged = false }));
        Assert.Equal(second, await list.IdsAsync(All with { Reference = "order-7" }));
        Assert.Equal(second, await list.IdsAsync(All with { CreatedFromUtc = PortalHarness.Start.UtcDateTime.AddHours(12) }));
        Assert.Equal(first, await list.IdsAsync(All with { CreatedBeforeUtc = PortalHarness.Start.UtcDateTime.AddHours(12) }));
        var logId = (await session.SeeAsync()).Attempts[0].VerifyLogId;
        Assert.NotNull(logId);
        Assert.Equal(first, await list.IdsAsync(All with { LogId = logId }));
        Assert.Empty(await list.IdsAsync(All with { Status = SessionStatus.Passed, Reference = "order-7", Sort = SessionSort.Expiry }));
    }

    [Fact]
    public async Task What_is_archived_is_found_where_it_is_asked_for()
    {
        var (one, other) = (await list.CreateAsync(reference: "A-1"), await list.CreateAsync(reference: "A-2"));
        await list.SetAsync(one, session => session.ArchivedAtUtc = portal.NowUtc);
        Assert.Equal([other], await list.IdsAsync(All with { IsArchived = false }));
        Assert.Equal([one], await list.IdsAsync(All with { IsArchived = true }));
        Assert.Equal(2, (await list.IdsAsync(All)).Count);
        Assert.Empty(await list.IdsAsync(All with { IsArchived = false, Reference = "A-1" }));
        Assert.Equal(1, (await list.CountAsync(All with { IsArchived = false })).Value.Number);
    }

    [Fact]
    public async Task A_name_of_more_sessions_than_are_looked_at_says_so()
    {
        var one = await list.CreateAsync();
        await list.CopyAsync(one, SessionSearch.MostOfOnePerson - 1);
        var sought = All with { Person = SoughtPerson.Of("测试甲", null) };
        Assert.False((await list.FindAsync(sought)).OfMany);
        Assert.Equal(new SessionCount(SessionSearch.MostOfOnePerson, true), (await list.CountAsync(sought)).Value);
        await list.CreateAsync();
        Assert.True((await list.FindAsync(sought)).OfMany);
        Assert.Equal(new SessionCount(SessionSearch.MostOfOnePerson, false), (await list.CountAsync(sought)).Value);
    }

    [Fact]
    public async Task A_person_is_found_by_exact_name_and_number_only()
    {
        var (one, other) = (await list.CreateAsync(name: "测试甲"), await list.CreateAsync(name: "测试乙", number: "11010119900307897X"));
        Assert.Equal([one], await list.IdsAsync(All with { Person = SoughtPerson.Of(" 测试甲 ", null) }));
        Assert.Equal([other], await list.IdsAsync(All with { Person = SoughtPerson.Of(null, "11010119900307897x") }));
        Assert.Empty(await list.IdsAsync(All with { Person = SoughtPerson.Of("测试甲", "11010119900307897X") }));
        Assert.Empty(await list.IdsAsync(All with { Person = SoughtPerson.Of("测试", null) }));
    }

    [Fact]
    public async Task An_erased_person_is_found_no_more()
    {
        var id = await list.CreateAsync();
        var administrator = Actor.InRole("lee", "Lee", Role.Administrator);
        await portal.Get<PersonErasure>().EraseAsync(administrator, id, "Request 17", null, CancellationToken.None);
        Assert.Empty(await list.IdsAsync(All with { Person = SoughtPerson.Of("测试甲", null) }));
        Assert.Equal([id], await list.IdsAsync(All));
    }

    [Fact]
    public async Task Somebody_from_before_names_were_indexed_is_found_after_the_next_start()
    {
        var id = await list.CreateAsync();
        await using (var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None))
            await db.Database.ExecuteSqlRawAsync("UPDATE Subjects SET NameIndex = NULL");
        Assert.Empty(await list.IdsAsync(All with { Person = SoughtPerson.Of("测试甲", null) }));
        await portal.Get<IEnumerable<IOpeningStep>>().OfType<NameIndexing>().Single().RunAsync(CancellationToken.None);
        Assert.Equal([id], await list.IdsAsync(All with { Person = SoughtPerson.Of("测试甲", null) }));
    }

    [Fact]
    public async Task Who_may_not_see_money_or_people_cannot_learn_of_them_by_searching()
    {
        var (reviewer, auditor) = (Actor.InRole("r", "R", Role.Reviewer), Actor.InRole("a", "A", Role.Auditor));
        var charged = await list.Search.FindAsync(reviewer, All with { IsCharged = true }, CancellationToken.None);
        Assert.Equal(Permission.SeeMoney, Assert.Single(charged.Errors).Args[0]);
        Assert.Equal(Permission.SeeMoney, Assert.Single((await list.CountAsync(All with { IsCharged = true }, reviewer)).Errors).Args[0]);
        var named = await list.Search.FindAsync(auditor, All with { Person = SoughtPerson.Of("测试甲", null) }, CancellationToken.None);
        Assert.Equal(Permission.SeePersonalData, Assert.Single(named.Errors).Args[0]);
    }

    [Fact]
    public void Who_is_looked_for_is_not_printed() =>
        Assert.DoesNotContain("测试甲", $"{All with { Person = SoughtPerson.Of("测试甲", "1") }}", StringComparison.Ordinal);
}
