using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Erasure;

/// <summary>What is gone is gone from the files too: from their free space, and from the write-ahead log.</summary>
public sealed class TraceTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_destroyed_key_stands_nowhere_in_the_files()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        var subject = await portal.SubjectOfAsync(session);
        byte[][] traces = [subject.WrappedKey, subject.SealedName!, subject.SealedNumber!, .. (await portal.BlobsAsync()).Select(blob => blob[^64..])];
        Assert.True(traces.Length >= 5);
        Assert.All(traces, trace => Assert.True(portal.FilesHold(trace)));
        await portal.EraseAsync(subject.Id);
        Assert.All(traces, trace => Assert.False(portal.FilesHold(trace)));
        Assert.False(portal.FilesHold(subject.NumberIndex!));
    }

    [Fact]
    public async Task A_picture_past_its_retention_stands_nowhere_in_the_files()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var face = (await session.GoThroughAsync()).Evidence.Single(item => item.Kind == EvidenceKind.Face);
        // Its end, which fills pages of its own: those are given back whole and not written again by themselves.
        var trace = (await SealedAsync(face.BlobId!.Value))[^64..];
        Assert.True(portal.FilesHold(trace));
        portal.Advance(TimeSpan.FromDays(4));
        await portal.SweepAsync();
        portal.Advance(TimeSpan.FromHours(2));
        await portal.SweepAsync();
        Assert.False(portal.FilesHold(trace));
    }

    [Fact]
    public async Task A_reader_in_the_way_puts_the_cleaning_off_to_the_next_sweep()
    {
        var subject = await portal.SubjectOfAsync(await SessionDriver.CreateAsync(portal));
        await using (var reader = new SqliteConnection($"Data Source={Path.Combine(portal.Folder, "portal.db")};Pooling=False"))
        {
            await reader.OpenAsync();
            await using var snapshot = reader.BeginTransaction(deferred: true);
            await using var look = new SqliteCommand("SELECT COUNT(*) FROM Subjects", reader, snapshot);
            Assert.Equal(1L, await look.ExecuteScalarAsync());
            Assert.True((await portal.EraseAsync(subject.Id)).Ok);
            Assert.False(await portal.Get<PortalStore>().EmptyLogAsync(CancellationToken.None));
            Assert.True(portal.FilesHold(subject.WrappedKey));
        }
        await portal.SweepAsync();
        Assert.False(portal.FilesHold(subject.WrappedKey));
    }

    private async Task<byte[]> SealedAsync(Guid blob)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<EvidenceBlob>().Where(b => b.Id == blob).Select(b => b.Sealed).SingleAsync();
    }
}
