using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Data;

public sealed class OneDoorTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    private PortalStore Store => portal.Get<PortalStore>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task One_write_is_under_way_at_a_time()
    {
        var (inside, most) = (0, 0);
        async Task<Result<int>> Work(PortalWrite write)
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await write.Set<Plan>().CountAsync();
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            return 1;
        }
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.WriteAsync<int>(Work, CancellationToken.None))));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Writers_who_meet_all_get_through_and_none_is_lost()
    {
        var plan = await FirstPlanAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.WriteAsync<int>(async write =>
        {
            var found = await write.Set<Plan>().SingleAsync(p => p.Id == plan.Id);
            found.Version++;
            return found.Version;
        }, CancellationToken.None))));
        Assert.Equal(plan.Version + 20, (await FirstPlanAsync()).Version);
    }

    [Fact]
    public async Task A_row_that_changed_behind_a_writers_back_is_not_overwritten()
    {
        var answer = await Store.WriteAsync<int>(async write =>
        {
            var plan = await write.Set<Plan>().OrderBy(p => p.Id).FirstAsync();
            await write.Set<Plan>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, 40));
            plan.Version++;
            return 1;
        }, CancellationToken.None);
        Assert.Equal(PortalError.ChangedMeanwhile, Assert.Single(answer.Errors).Code);
        Assert.Equal(1, (await FirstPlanAsync()).Version);
    }

    [Fact]
    public async Task A_fault_of_ours_is_thrown_and_leaves_the_door_open()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.WriteAsync<int>(Task<Result<int>> (_) => throw new InvalidOperationException("a fault of ours"), CancellationToken.None));
        Assert.True((await Store.WriteAsync<int>(_ => Task.FromResult<Result<int>>(1), CancellationToken.None)).Ok);
    }

    [Fact]
    public async Task A_listener_that_breaks_neither_fails_the_write_nor_deafens_the_others()
    {
        var heard = 0;
        using var broken = portal.Get<CommitFeed>().Subscribe(_ => throw new InvalidOperationException("a listener's fault"));
        using var whole = portal.Get<CommitFeed>().Subscribe(_ => heard++);
        var answer = await Store.WriteAsync<int>(write =>
        {
            write.Announce(new PortalChange("plan", Guid.Empty));
            return Task.FromResult<Result<int>>(1);
        }, CancellationToken.None);
        Assert.Equal((true, 1), (answer.Ok, heard));
    }

    private async Task<Plan> FirstPlanAsync()
    {
        await using var db = await Store.ReadAsync(CancellationToken.None);
        return await db.Set<Plan>().AsNoTracking().OrderBy(p => p.Id).FirstAsync();
    }
}
