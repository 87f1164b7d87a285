using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Data;

/// <summary>That statements and connections are kept changes nothing that anybody can see.</summary>
public sealed class PreparedStatementTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    private PortalStore Store => portal.Get<PortalStore>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_row_is_stored_after_what_it_refers_to_whichever_was_added_first()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var blob = new EvidenceBlob { Id = NewId(), Sealed = [1, 2, 3] };
        var item = new EvidenceItem
        {
            Id = NewId(),
            SessionId = session.Id,
            SubjectId = NewId(),
            BlobId = blob.Id,
            Kind = EvidenceKind.Face,
            Sha256 = "",
            Bytes = 3,
            MediaType = "image/png",
            StoredAtUtc = portal.NowUtc,
        };
        await ChangeAsync(write =>
        {
            write.Add(item);
            write.Add(blob);
        });
        Assert.Equivalent(item, await ReadAsync(db => db.Set<EvidenceItem>().AsNoTracking().SingleAsync(one => one.Id == item.Id)));
    }

    [Fact]
    public async Task A_row_that_is_added_is_read_as_it_was_written()
    {
        var line = new TimelineEntry { SessionId = NewId(), OccurredAtUtc = portal.NowUtc, Kind = TimelineKind.FaceStored, Detail = "人脸" };
        var bare = new TimelineEntry { SessionId = NewId(), OccurredAtUtc = portal.NowUtc, Kind = TimelineKind.VideoStored };
        await ChangeAsync(write =>
        {
            write.Add(line);
            write.Add(bare);
        });
        foreach (var told in new[] { line, bare })
        {
            var read = await ReadAsync(db => db.Set<TimelineEntry>().SingleAsync(entry => entry.SessionId == told.SessionId));
            Assert.True(read.Sequence > 0);
            Assert.Equal((told.OccurredAtUtc, told.Kind, told.Detail), (read.OccurredAtUtc, read.Kind, read.Detail));
        }
    }

    [Fact]
    public async Task The_timeline_is_numbered_as_it_was_told()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var told = Enumerable.Range(0, 40).Select(n => $"{n}").ToList();
        await ChangeAsync(write => told.ForEach(detail => write.Add(
            new TimelineEntry { SessionId = session.Id, OccurredAtUtc = portal.NowUtc, Kind = TimelineKind.VendorFault, Detail = detail })));
        Assert.Equal(told, await ReadAsync(db => db.Set<TimelineEntry>().Where(entry => entry.Kind == TimelineKind.VendorFault)
            .OrderBy(entry => entry.Sequence).Select(entry => entry.Detail!).ToListAsync()));
    }

    [Fact]
    public async Task What_is_known_by_its_key_alone_can_be_deleted()
    {
        var id = NewId();
        await ChangeAsync(write => write.Add(new EvidenceBlob { Id = id, Sealed = [1] }));
        await ChangeAsync(write => write.Remove(new EvidenceBlob { Id = id, Sealed = [] }));
        Assert.False(await ReadAsync(db => db.Set<EvidenceBlob>().AnyAsync(blob => blob.Id == id)));
    }

    [Fact]
    public async Task A_reader_sees_what_was_stored_since_it_last_read()
    {
        var id = await ReadAsync(db => db.Set<Plan>().OrderBy(plan => plan.Id).Select(plan => plan.Id).FirstAsync());
        Assert.Equal(1, await VersionAsync(id));
        await Store.WriteAsync<int>(async write => (await write.Set<Plan>().SingleAsync(plan => plan.Id == id)).Version = 7, CancellationToken.None);
        Assert.Equal(7, await VersionAsync(id));
    }

    [Fact]
    public async Task A_reader_that_is_let_go_twice_is_lent_to_one_alone()
    {
        var reader = await Store.ReadAsync(CancellationToken.None);
        await reader.DisposeAsync();
        await reader.DisposeAsync();
        await using var one = await Store.ReadAsync(CancellationToken.None);
        await using var other = await Store.ReadAsync(CancellationToken.None);
        Assert.NotSame(one, other);
    }

    [Fact]
    public async Task A_query_can_run_again_while_it_is_still_being_read()
    {
        await using var db = await Store.ReadAsync(CancellationToken.None);
        var plans = db.Set<Plan>().AsNoTracking().OrderBy(plan => plan.Id);
        var all = await plans.CountAsync();
        var pairs = 0;
        await foreach (var _ in plans.AsAsyncEnumerable())
            pairs += (await plans.ToListAsync()).Count;
        Assert.Equal(all * all, pairs);
    }

    private Guid NewId() => portal.Get<Entropy>().NewId(portal.Clock);

    private Task<int> VersionAsync(Guid planId) =>
        ReadAsync(db => db.Set<Plan>().Where(plan => plan.Id == planId).Select(plan => plan.Version).SingleAsync());

    private async Task ChangeAsync(Action<PortalWrite> change) => Assert.True((await Store.WriteAsync<int>(write =>
    {
        change(write);
        return Task.FromResult<Result<int>>(1);
    }, CancellationToken.None)).Ok);

    private async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = await Store.ReadAsync(CancellationToken.None);
        return await read(db);
    }
}
