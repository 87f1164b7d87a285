using System.Data;
using System.Data.Common;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Data;

public sealed class KeptReaderTests : IAsyncLifetime
{
    private static readonly Actor Admin = Actor.InRole("test-admin", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;

    private PortalStore Store => portal.Get<PortalStore>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_look_sees_what_was_committed_a_moment_ago_through_the_same_connection()
    {
        var (before, first) = await LookAsync();
        await portal.Get<PlanService>().CreateAsync(Admin, SandboxPlans.All[0], CancellationToken.None);
        var (after, second) = await LookAsync();
        Assert.Equal(before + 1, after);
        Assert.Same(first, second);
    }

    [Fact]
    public async Task A_reader_that_met_a_fault_is_not_taken_again()
    {
        var (_, spoilt) = await LookAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Store.LookAsync<int>(_ => throw new InvalidOperationException("A fault."), CancellationToken.None));
        Assert.Equal(ConnectionState.Closed, spoilt.State);
        var (_, next) = await LookAsync();
        Assert.Equal(ConnectionState.Open, next.State);
    }

    [Fact]
    public async Task A_look_at_rows_that_met_a_fault_leaves_no_moment_behind()
    {
        var plans = await portal.Get<PlanService>().ListAsync(Admin, CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.LookAtRowsAsync<int>(rows =>
        {
            Assert.NotNull(rows.Find<Plan>(plans.Value[0].Id));
            throw new InvalidOperationException("A fault.");
        }, CancellationToken.None));
        var made = await portal.Get<PlanService>().CreateAsync(Admin, SandboxPlans.All[0], CancellationToken.None);
        for (var again = 0; again < 3; again++)
            Assert.NotNull(await Store.LookAtRowsAsync(rows => rows.Find<Plan>(made.Value), CancellationToken.None));
        Assert.True(await Store.EmptyLogAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_look_at_rows_sees_one_moment()
    {
        var id = (await portal.Get<PlanService>().ListAsync(Admin, CancellationToken.None)).Value[0].Id;
        await using var db = await Store.ReadAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        await Store.LookAtRowsAsync(rows =>
        {
            var before = rows.Find<Plan>(id)!.Version;
            using var change = db.Database.GetDbConnection().CreateCommand();
            change.CommandText = "UPDATE Plans SET Version = 7";
            Assert.True(change.ExecuteNonQuery() > 0);
            Assert.Equal(before, rows.Find<Plan>(id)!.Version);
            return before;
        }, CancellationToken.None);
        Assert.Equal(7, (await Store.LookAtRowsAsync(rows => rows.Find<Plan>(id), CancellationToken.None))!.Version);
    }

    [Fact]
    public async Task Two_who_look_at_once_have_a_connection_each_and_a_write_waits_for_neither()
    {
        await Store.LookAsync(async one => await Store.LookAsync(async other =>
        {
            Assert.NotSame(one.Database.GetDbConnection(), other.Database.GetDbConnection());
            Assert.True((await portal.Get<PlanService>().CreateAsync(Admin, SandboxPlans.All[0], CancellationToken.None)).Ok);
            Assert.Equal(await one.Set<Plan>().CountAsync(), await other.Set<Plan>().CountAsync());
            return true;
        }, CancellationToken.None), CancellationToken.None);
        Assert.True(await Store.EmptyLogAsync(CancellationToken.None));
    }

    private Task<(int Plans, DbConnection Connection)> LookAsync() => Store.LookAsync(
        async db => (await db.Set<Plan>().CountAsync(), db.Database.GetDbConnection()), CancellationToken.None);
}
