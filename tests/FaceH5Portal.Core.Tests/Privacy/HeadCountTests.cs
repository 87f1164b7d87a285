using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Privacy.Counting;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Privacy;

public sealed class HeadCountTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    private HeadCount Heads => portal.Get<HeadCount>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_person_counts_once_however_often_they_came_and_no_more_once_their_pictures_are_gone()
    {
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        Assert.Equal(1, await PeopleAsync());
        await (await SessionDriver.CreateAsync(portal, number: "110101199003070038")).GoThroughAsync();
        Assert.Equal(2, await PeopleAsync());
        portal.Advance(TimeSpan.FromDays(4));
        await portal.SweepAsync();
        Assert.Equal(0, await PeopleAsync());
    }

    [Fact]
    public async Task Who_gave_no_number_is_one_of_their_own()
    {
        await StoreFacesAsync(1, 2, "NULL");
        await StoreFacesAsync(3, 3, "'the same'");
        Assert.Equal(3, await PeopleAsync());
    }

    [Fact]
    public async Task Each_share_is_noted_once_and_the_filing_is_due_thirty_working_days_after_the_whole()
    {
        Assert.Equal([50, 80, 100], HeadCount.Levels);
        Assert.Equal([50], HeadCount.ReachedBy(50_000));
        Assert.Equal([50], HeadCount.ReachedBy(79_999));
        Assert.Equal([50, 80, 100], HeadCount.ReachedBy(100_000));
        await StoreFacesAsync(1, HeadCount.Filing, "'person ' || i");
        await Heads.MarkAsync(default);
        portal.Advance(TimeSpan.FromDays(7));
        await Heads.MarkAsync(default);
        var seen = (await Heads.GetAsync(SessionDriver.Operator, default)).Value;
        Assert.Equal((HeadCount.Filing, new DateOnly(2026, 4, 10), 25), (seen.People, seen.FileBy, seen.WorkingDaysLeft));
        Assert.Equal([(50, PortalHarness.Start.UtcDateTime), (80, PortalHarness.Start.UtcDateTime), (100, PortalHarness.Start.UtcDateTime)],
            seen.Marks.Select(mark => (mark.Level, mark.ReachedAtUtc)));
    }

    /// <summary>Rows without anything in them: what is counted are people, and a hundred thousand are made in a second.</summary>
    /// <param name="number">What groups them, as SQL of their number i.</param>
    private async Task StoreFacesAsync(int first, int people, string number)
    {
        var rows = $"WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {first + people - 1}) ";
        const string Id = "printf('%08X-0000-4000-8000-000000000000', i)";
        const string Time = "'2026-03-01 02:00:00'";
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        foreach (var (into, values) in new[]
        {
            ("Subjects (Id, CreatedAtUtc, WrappedKey, MasterKeyVersion, NumberIndex)", $"{Id}, {Time}, zeroblob(60), 1, {number}"),
            ("EvidenceBlobs (Id, Sealed)", $"{Id}, zeroblob(1)"),
            ("EvidenceItems (Id, SessionId, SubjectId, Kind, BlobId, Sha256, Bytes, MediaType, StoredAtUtc)",
                $"{Id}, {Id}, {Id}, 'Face', {Id}, '', 1, 'image/jpeg', {Time}"),
        })
        {
            var sql = $"{rows} INSERT INTO {into} SELECT {values} FROM n";
            await db.Database.ExecuteSqlRawAsync(sql);
        }
    }

    private async Task<int> PeopleAsync() => (await Heads.GetAsync(SessionDriver.Operator, default)).Value.People;
}
