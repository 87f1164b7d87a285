using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Privacy.Counting;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

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
        await StoreFacesAsync(2, _ => null);
        await StoreFacesAsync(3, _ => "the same");
        Assert.Equal(3, await PeopleAsync());
    }

    [Fact]
    public async Task Each_share_is_noted_once_and_the_filing_is_due_thirty_working_days_after_the_whole()
    {
        Assert.Equal([50, 80, 100], HeadCount.Levels);
        Assert.Equal([50], HeadCount.ReachedBy(50_000));
        Assert.Equal([50], HeadCount.ReachedBy(79_999));
        Assert.Equal([50, 80, 100], HeadCount.ReachedBy(100_000));
        await StoreFacesAsync(HeadCount.Filing, person => $"person {person}");
        await Heads.MarkAsync(default);
        portal.Advance(TimeSpan.FromDays(7));
        await Heads.MarkAsync(default);
        var seen = (await Heads.GetAsync(SessionDriver.Operator, default)).Value;
        Assert.Equal((HeadCount.Filing, new DateOnly(2026, 4, 10), 25), (seen.People, seen.FileBy, seen.WorkingDaysLeft));
        Assert.Equal([(50, PortalHarness.Start.UtcDateTime), (80, PortalHarness.Start.UtcDateTime), (100, PortalHarness.Start.UtcDateTime)],
            seen.Marks.Select(mark => (mark.Level, mark.ReachedAtUtc)));
    }

    /// <summary>Rows without bytes that are worth anything: what is counted are people.</summary>
    private async Task StoreFacesAsync(int people, Func<int, string?> number)
    {
        var template = portal.Get<SubjectVault>().Create(null);
        foreach (var some in Enumerable.Range(0, people).Chunk(10_000))
            Assert.True((await portal.Get<PortalStore>().WriteAsync<int>(write =>
            {
                foreach (var person in some)
                    AddFace(write, template, number(person));
                return Task.FromResult<Result<int>>(some.Length);
            }, default)).Ok);
    }

    private void AddFace(PortalWrite write, Subject template, string? number)
    {
        var entropy = portal.Get<Entropy>();
        var subject = new Subject
        {
            Id = entropy.NewId(portal.Clock), CreatedAtUtc = portal.NowUtc, WrappedKey = template.WrappedKey, MasterKeyVersion = 1, NumberIndex = number,
        };
        var blob = new EvidenceBlob { Id = entropy.NewId(portal.Clock), Sealed = [] };
        write.Set<Subject>().Add(subject);
        write.Set<EvidenceBlob>().Add(blob);
        write.Set<EvidenceItem>().Add(new EvidenceItem
        {
            Id = entropy.NewId(portal.Clock), SessionId = subject.Id, SubjectId = subject.Id, Kind = EvidenceKind.Face, BlobId = blob.Id,
            Sha256 = "", Bytes = 0, MediaType = "image/jpeg", StoredAtUtc = portal.NowUtc,
        });
    }

    private async Task<int> PeopleAsync() => (await Heads.GetAsync(SessionDriver.Operator, default)).Value.People;
}
