using System.Reflection;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Data.Rows;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaceH5Portal.Core.Tests.Data;

/// <summary>What works read and store past the context is what the context would have read and stored.</summary>
public sealed class RowTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    private PortalStore Store => portal.Get<PortalStore>();

    public static TheoryData<Type, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<Type, bool>();
            foreach (var type in typeof(IRow).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IRow))))
            {
                kinds.Add(type, true);
                kinds.Add(type, false);
            }
            return kinds;
        }
    }

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Every_kind_of_row_is_stored_and_read_as_the_context_does_it(Type kind, bool isFilled) => (Task)GetType()
        .GetMethod(nameof(CompareAsync), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(kind).Invoke(this, [isFilled])!;

    [Fact]
    public async Task A_row_is_one_object_however_it_is_asked_for()
    {
        var session = await SessionDriver.CreateAsync(portal);
        Assert.True((await Store.WriteAsync<int>(async write =>
        {
            var found = write.Find<VerificationSession>(session.Id)!;
            Assert.Same(found, write.Find<VerificationSession>(session.Id));
            Assert.Same(found, Assert.Single(write.Of<VerificationSession>(nameof(VerificationSession.LinkHash), found.LinkHash)));
            Assert.Same(found, Assert.Single(await write.TakeAsync(write.Set<VerificationSession>(), CancellationToken.None)));
            Assert.Null(write.Find<VerificationSession>(Guid.NewGuid()));
            var total = write.FindOrAdd(Total(1));
            Assert.Same(total, write.FindOrAdd(Total(2)));
            return 1;
        }, CancellationToken.None)).Ok);
        Assert.Equal(1, Assert.Single(await AllAsync<LedgerTotal>()).Quantity);
    }

    [Fact]
    public async Task A_row_that_somebody_else_has_changed_since_is_not_overwritten()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var answer = await Store.WriteAsync<int>(async write =>
        {
            write.Find<VerificationSession>(session.Id)!.Reason = "mine";
            write.Add(new TimelineEntry { SessionId = session.Id, OccurredAtUtc = portal.NowUtc, Kind = TimelineKind.VendorFault });
            await OvertakeAsync(write);
            return 1;
        }, CancellationToken.None);
        Assert.Equal(PortalError.ChangedMeanwhile, Assert.Single(answer.Errors).Code);
        Assert.Null(Assert.Single(await AllAsync<VerificationSession>()).Reason);
        Assert.DoesNotContain(await AllAsync<TimelineEntry>(), line => line.Kind == TimelineKind.VendorFault);
    }

    [Fact]
    public async Task A_row_that_was_only_read_is_not_stored()
    {
        var session = await SessionDriver.CreateAsync(portal);
        Assert.True((await Store.WriteAsync<int>(async write =>
        {
            Assert.NotNull(write.Find<VerificationSession>(session.Id));
            return await OvertakeAsync(write);
        }, CancellationToken.None)).Ok);
    }

    [Fact]
    public async Task What_leads_to_a_row_is_let_go_before_the_row_is_removed()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        Assert.True((await Store.WriteAsync<int>(write =>
        {
            foreach (var item in write.Of<EvidenceItem>(nameof(EvidenceItem.SessionId), session.Id))
            {
                write.Remove(new EvidenceBlob { Id = item.BlobId!.Value, Sealed = [] });
                item.BlobId = null;
            }
            return 1;
        }, CancellationToken.None)).Ok);
        Assert.Empty(await AllAsync<EvidenceBlob>());
        Assert.NotEmpty(await AllAsync<EvidenceItem>());
    }

    [Fact]
    public async Task What_is_removed_is_found_no_more_and_goes_before_what_it_led_to()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        Assert.True((await Store.WriteAsync<int>(write =>
        {
            foreach (var item in write.Of<EvidenceItem>(nameof(EvidenceItem.SessionId), session.Id))
            {
                write.Remove(new EvidenceBlob { Id = item.BlobId!.Value, Sealed = [] });
                write.Remove(item);
                Assert.Null(write.Find<EvidenceItem>(item.Id));
            }
            Assert.Empty(write.Of<EvidenceItem>(nameof(EvidenceItem.SessionId), session.Id));
            return 1;
        }, CancellationToken.None)).Ok);
        Assert.Empty(await AllAsync<EvidenceBlob>());
        Assert.Empty(await AllAsync<EvidenceItem>());
    }

    [Fact]
    public async Task What_this_very_work_has_added_is_found_and_can_be_taken_back()
    {
        var id = Guid.NewGuid();
        Assert.True((await Store.WriteAsync<int>(write =>
        {
            var blob = new EvidenceBlob { Id = id, Sealed = [1] };
            write.Add(blob);
            Assert.Same(blob, write.Find<EvidenceBlob>(id));
            write.Remove(blob);
            Assert.Null(write.Find<EvidenceBlob>(id));
            return 1;
        }, CancellationToken.None)).Ok);
        Assert.Empty(await AllAsync<EvidenceBlob>());
    }

    [Fact]
    public async Task A_context_that_is_about_to_track_such_a_row_says_so()
    {
        await SessionDriver.CreateAsync(portal);
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync<int>(
            async write => (await write.Set<VerificationSession>().ToListAsync()).Count, CancellationToken.None));
        Assert.Contains(nameof(VerificationSession), fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync<int>(write =>
        {
            write.Set<HarvestItem>().Add(RowSamples.Make<HarvestItem>(write.Context.Model.FindEntityType(typeof(HarvestItem))!, isFilled: true));
            return 1;
        }, CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1_000_000)]
    [InlineData(9_999_999)]
    public async Task A_time_comes_back_to_the_tick_and_is_found_by_the_context(long ticks)
    {
        var at = portal.NowUtc.Date.AddTicks(ticks);
        await Store.WriteAsync<int>(write =>
        {
            write.Add(new TimelineEntry { SessionId = Guid.NewGuid(), OccurredAtUtc = at, Kind = TimelineKind.CameBack });
            return 1;
        }, CancellationToken.None);
        await using var db = await Store.ReadAsync(CancellationToken.None);
        var id = await db.Set<TimelineEntry>().Where(line => line.OccurredAtUtc == at).Select(line => line.SessionId).SingleAsync();
        var read = Assert.Single(await Store.LookAtRowsAsync(rows => rows.Of<TimelineEntry>(nameof(TimelineEntry.SessionId), id), CancellationToken.None));
        Assert.Equal((at, DateTimeKind.Utc), (read.OccurredAtUtc, read.OccurredAtUtc.Kind));
    }

    private static Task<int> OvertakeAsync(PortalWrite write) =>
        write.Set<VerificationSession>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version + 1));

    private static LedgerTotal Total(int quantity) => new()
    {
        Day = new DateOnly(2026, 3, 7),
        PlanId = Guid.Empty,
        CostCentre = "",
        Type = ChargeType.Verify,
        Avoidable = AvoidableCause.None,
        Quantity = quantity,
    };

    private async Task CompareAsync<T>(bool isFilled) where T : class, IRow
    {
        await using var db = await Store.ReadAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        // What a made-up row refers to is not there.
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; BEGIN");
        await db.Set<T>().ExecuteDeleteAsync();
        var type = db.Model.FindEntityType(typeof(T))!;
        using var book = new RowBook(connection, db.Model);

        book.Table<T>().Add(RowSamples.Make<T>(type, isFilled));
        var ours = Stored(connection, type);
        await db.Set<T>().ExecuteDeleteAsync();
        db.Set<T>().Add(RowSamples.Make<T>(type, isFilled));
        await db.SaveChangesAsync();
        Assert.Equal(Stored(connection, type), ours);
        Assert.Equivalent(await db.Set<T>().AsNoTracking().SingleAsync(), book.Table<T>().Last(), strict: true);
        await db.Database.ExecuteSqlRawAsync("ROLLBACK");
    }

    /// <summary>Every column of the one row that is not left to the database, with its type, as SQLite has it.</summary>
    private static List<string> Stored(SqliteConnection connection, IEntityType type)
    {
        var names = type.GetProperties().Where(property => !RowSamples.IsNumbered(property)).Select(property => property.GetColumnName()).ToList();
        using var row = connection.CreateCommand();
        row.CommandText = $"SELECT {string.Join(", ", names.Select(name => $"'{name} ' || typeof(\"{name}\") || ' ' || quote(\"{name}\")"))} FROM \"{type.GetTableName()}\"";
        using var values = row.ExecuteReader();
        Assert.True(values.Read());
        return [.. Enumerable.Range(0, names.Count).Select(values.GetString)];
    }

    private async Task<List<T>> AllAsync<T>() where T : class
    {
        await using var db = await Store.ReadAsync(CancellationToken.None);
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }
}
