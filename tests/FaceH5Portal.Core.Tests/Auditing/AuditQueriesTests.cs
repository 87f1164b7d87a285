using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Auditing;

public sealed class AuditQueriesTests : IAsyncLifetime
{
    private static readonly Actor Auditor = Actor.InRole("test-auditor", "Auditor", Role.Auditor);

    private AuditBench bench = null!;

    public async Task InitializeAsync() => bench = await AuditBench.OpenAsync(30);

    public async Task DisposeAsync() => await bench.DisposeAsync();

    private AuditQueries Queries => bench.Portal.Get<AuditQueries>();

    [Fact]
    public async Task Pages_come_newest_first_and_meet_without_a_gap()
    {
        var (seen, before) = (new List<long>(), (long?)null);
        do
        {
            var page = await PageAsync(new AuditFilter(), before, 7);
            seen.AddRange(page.Items.Select(entry => entry.Sequence));
            before = page.Next;
        }
        while (before is not null);
        Assert.Equal(Enumerable.Range(1, bench.Earlier + 30).Select(number => (long)number).Reverse(), seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(29)]
    [InlineData(30)]
    public async Task A_time_is_found_without_an_index(int seconds)
    {
        // Each was recorded a second after the one before it.
        var first = (await PageAsync(new AuditFilter(), null, 100)).Items[29].OccurredAtUtc;
        var later = await PageAsync(new AuditFilter { FromUtc = first.AddSeconds(seconds) }, null, 100);
        var earlier = await PageAsync(new AuditFilter { BeforeUtc = first.AddSeconds(seconds) }, null, 100);
        Assert.Equal((30 - seconds, bench.Earlier + seconds), (later.Items.Count, earlier.Items.Count));
    }

    [Fact]
    public async Task It_is_narrowed_by_who_what_and_on_what()
    {
        var session = await SessionDriver.CreateAsync(bench.Portal);
        await session.StartAsync();
        Assert.Equal(30, (await PageAsync(new AuditFilter { ActorId = "test-administrator" }, null, 100)).Items.Count);
        Assert.Equal([AuditAction.TokenMinted, AuditAction.ConsentGiven], (await PageAsync(new AuditFilter { ActorId = Actor.EndUser.Id }, null, 100)).Items.Select(entry => entry.Action));
        Assert.All((await PageAsync(new AuditFilter { Target = $"session/{session.Id}" }, null, 100)).Items, entry => Assert.Equal($"session/{session.Id}", entry.Target));
        Assert.Single((await PageAsync(new AuditFilter { Action = AuditAction.TokenMinted }, null, 100)).Items);
    }

    [Fact]
    public async Task Taking_it_away_is_an_entry_of_its_own_and_brings_all()
    {
        var taken = await Queries.TakeAsync(Auditor, new AuditFilter(), CancellationToken.None);
        var entries = await taken.Value.Entries.ToListAsync();
        Assert.Equal((AuditAction.AuditExported, "test-auditor", bench.Earlier + 31), (entries[0].Action, entries[0].ActorId, entries.Count));
    }

    [Fact]
    public async Task Who_may_not_read_the_audit_reads_takes_and_verifies_nothing()
    {
        var nobody = Actor.InRole("test-operator", "Operator", Role.Operator);
        Assert.Equal("access-denied", (await Queries.PageAsync(nobody, new AuditFilter(), null, 10, CancellationToken.None)).Errors[0].Code);
        Assert.Equal("access-denied", (await Queries.TakeAsync(nobody, new AuditFilter(), CancellationToken.None)).Errors[0].Code);
        Assert.Equal("access-denied", (await Queries.VerifyAsync(nobody, CancellationToken.None)).Errors[0].Code);
        Assert.Equal(bench.Earlier + 30, await bench.LastAsync());
    }

    private async Task<AuditPart> PageAsync(AuditFilter filter, long? before, int limit) =>
        (await Queries.PageAsync(Auditor, filter, before, limit, CancellationToken.None)).Value;
}
