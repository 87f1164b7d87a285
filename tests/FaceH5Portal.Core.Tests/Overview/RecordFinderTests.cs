using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Overview;

public sealed class RecordFinderTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private OverviewBench overview = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        overview = new OverviewBench(portal);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_record_is_found_by_each_word_there_is_for_it_within_and_beyond_the_vendors_three_days()
    {
        await SessionDriver.CreateAsync(portal);
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await overview.ExecuteAsync($"UPDATE Sessions SET Reference = 'order-7' WHERE Id = '{session.Id.ToString().ToUpperInvariant()}'");
        var logId = await overview.ReadAsync(db => db.Set<EvidenceItem>().Where(e => e.LogId != null).Select(e => e.LogId!).FirstAsync());
        var verifyLogId = (await session.SeeAsync()).Attempts[0].VerifyLogId!;
        var memories = new List<VendorMemory>();
        foreach (var days in new[] { 0.01, 2, 30 })
        {
            portal.Advance(TimeSpan.FromDays(days));
            foreach (var (word, key) in new[] { (session.VerifyToken, RecordKey.VerifyToken), (logId, RecordKey.LogId), (verifyLogId, RecordKey.VerifyLogId), ("order-7", RecordKey.Reference) })
            {
                var record = Assert.Single(await FindAsync($" {word} "));
                Assert.Equal((session.Id, 1), (record.Found.Session.Id, record.Attempts.Count));
                Assert.Contains(key, record.By);
                Assert.False(record.MayAsk);
            }
            memories.Add(Assert.Single((await FindAsync("order-7"))[0].Tokens).Memory);
        }
        Assert.Equal([VendorMemory.Everything, VendorMemory.Results, VendorMemory.Nothing], memories);
    }

    [Fact]
    public async Task Tokens_from_before_they_were_indexed_are_indexed_at_the_start()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await overview.ExecuteAsync("UPDATE VerifyTokens SET TokenIndex = NULL");
        Assert.Empty(await FindAsync(session.VerifyToken));
        await new TokenIndexing(portal.Get<Core.Data.PortalStore>(), portal.Get<Core.Subjects.SubjectVault>(), portal.Get<Core.Subjects.BlindIndex>()).RunAsync(CancellationToken.None);
        Assert.Equal(VendorMemory.Waiting, Assert.Single((await FindAsync(session.VerifyToken))[0].Tokens).Memory);
    }

    [Fact]
    public async Task The_vendor_may_be_asked_only_where_something_is_owed_and_a_question_can_do_no_harm()
    {
        await portal.Sandbox.BreakAsync("result/getall", "http500", 4);
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        Assert.False((await FindAsync(session.VerifyToken))[0].MayAsk);
        await overview.ExecuteAsync("UPDATE VerifyTokens SET LastFault = 'http-500'");
        Assert.False((await FindAsync(session.VerifyToken))[0].MayAsk);
        await session.CaptureAsync();
        await session.ComeBackAsync();
        Assert.True((await FindAsync(session.VerifyToken))[0].MayAsk);
        Assert.False((await FindAsync(session.VerifyToken, Actor.InRole("r", "Reviewer", Role.Reviewer)))[0].MayAsk);
        portal.Advance(TimeSpan.FromDays(4));
        Assert.False((await FindAsync(session.VerifyToken))[0].MayAsk);
    }

    [Fact]
    public async Task Charges_are_for_those_who_may_see_them_and_empty_words_find_nothing()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        Assert.NotNull((await FindAsync(session.VerifyToken))[0].Charges);
        Assert.Null((await FindAsync(session.VerifyToken, Actor.InRole("r", "Reviewer", Role.Reviewer)))[0].Charges);
        var finder = portal.Get<RecordFinder>();
        Assert.Equal("text-required", (await finder.FindAsync(SessionDriver.Operator, "  ", CancellationToken.None)).Errors[0].Code);
        Assert.Equal("text-too-long", (await finder.FindAsync(SessionDriver.Operator, new string('1', 129), CancellationToken.None)).Errors[0].Code);
        Assert.Empty(await FindAsync("nobody's"));
    }

    private async Task<IReadOnlyList<FoundRecord>> FindAsync(string word, Actor? actor = null) =>
        (await portal.Get<RecordFinder>().FindAsync(actor ?? SessionDriver.Operator, word, CancellationToken.None)).Value;
}
