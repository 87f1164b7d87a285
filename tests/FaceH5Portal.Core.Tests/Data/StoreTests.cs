using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace FaceH5Portal.Core.Tests.Data;

public sealed class StoreTests : IAsyncLifetime
{
    private static readonly Actor Admin = Actor.InRole("test-admin", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;

    private PortalStore Store => portal.Get<PortalStore>();

    private PlanService Plans => portal.Get<PlanService>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task An_error_takes_back_everything_and_announces_nothing()
    {
        var before = (await Plans.ListAsync(Admin, CancellationToken.None)).Value.Count;
        var heard = new List<PortalChange>();
        using var subscription = portal.Get<CommitFeed>().Subscribe(heard.Add);
        var result = await Store.WriteAsync<int>(async write =>
        {
            await write.Set<Plan>().ExecuteDeleteAsync();
            write.Announce(new PortalChange("plan", Guid.Empty));
            return new PortalError("stop");
        }, CancellationToken.None);
        Assert.Equal("stop", result.Errors[0].Code);
        Assert.Equal(before, (await Plans.ListAsync(Admin, CancellationToken.None)).Value.Count);
        Assert.Empty(heard);
    }

    [Fact]
    public async Task A_change_is_announced_when_it_can_already_be_read()
    {
        var readable = new List<bool>();
        using var subscription = portal.Get<CommitFeed>().Subscribe(change =>
        {
            using var db = portal.Get<IDbContextFactory<PortalDbContext>>().CreateDbContext();
            readable.Add(db.Set<Plan>().Any(plan => plan.Id == change.Id));
        });
        await Plans.CreateAsync(Admin, SandboxPlans.All[0], CancellationToken.None);
        Assert.Equal([true], readable);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_an_answer_and_loses_nothing()
    {
        var readOnly = new DbContextOptionsBuilder<PortalDbContext>()
            .UseSqlite($"Data Source={Path.Combine(portal.Folder, "portal.db")};Mode=ReadOnly").Options;
        using var store = new PortalStore(new Fixed(readOnly), portal.Get<CommitFeed>(), [], [], NullLogger<PortalStore>.Instance);
        var answer = await store.WriteAsync<int>(async write => await write.Set<Plan>().ExecuteDeleteAsync(), CancellationToken.None);
        Assert.Equal(PortalError.StorageUnavailable, answer.Errors[0].Code);
        Assert.NotEmpty((await Plans.ListAsync(Admin, CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Of_two_administrators_who_save_at_once_the_second_is_told()
    {
        var plan = (await Plans.ListAsync(Admin, CancellationToken.None)).Value[0];
        var first = await Plans.ChangeAsync(Admin, plan.Id, plan.Version, plan.Terms with { Threshold = 85 }, CancellationToken.None);
        var second = await Plans.ChangeAsync(Admin, plan.Id, plan.Version, plan.Terms with { Threshold = 75 }, CancellationToken.None);
        Assert.True(first.Ok);
        Assert.Equal(PortalError.ChangedMeanwhile, second.Errors[0].Code);
    }

    [Fact]
    public void A_second_process_is_refused_with_the_files_name()
    {
        var path = Path.Combine(portal.Folder, "portal.db");
        Assert.Contains(path, Assert.Throws<PortalStartException>(() => DatabaseLock.Take(path)).Message, StringComparison.Ordinal);
        Assert.True(DatabaseLock.IsTaken(path));
        Assert.False(DatabaseLock.IsTaken(Path.Combine(portal.Folder, "nobodys.db")));
    }

    [Fact]
    public async Task A_start_that_was_killed_while_migrating_does_not_hang_the_next()
    {
        await using var db = await Store.ReadAsync(CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); "
            + "INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-03-01');");
        portal.Get<PortalDatabase>().Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await portal.Get<PortalDatabase>().OpenAsync(patience.Token);
    }

    [Fact]
    public async Task Sessions_are_paged_newest_first_without_gap_or_overlap()
    {
        var made = new List<Guid>();
        for (var i = 0; i < 30; i++)
        {
            portal.Advance(TimeSpan.FromSeconds(1));
            made.Add((await SessionDriver.CreateAsync(portal, "1003")).Id);
        }
        var search = portal.Get<SessionSearch>();
        var filter = new SessionFilter { Limit = 25 };
        var first = (await search.FindAsync(Admin, filter, CancellationToken.None)).Value;
        var second = (await search.FindAsync(Admin, filter with { Mark = first.Next }, CancellationToken.None)).Value;
        made.Reverse();
        Assert.Equal(made, first.Items.Concat(second.Items).Select(row => row.Session.Id));
    }

    private sealed class Fixed(DbContextOptions<PortalDbContext> options) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => new(options);
    }
}
