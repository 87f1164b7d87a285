using System.Data.Common;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Alarming.Health;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>The portal degrades as docs/operations.md says, and recovers alone. A disk that fills, a database that may not be written, a clock that jumps, a vendor that is away.</summary>
public sealed class DegradedTests : IAsyncLifetime
{
    public enum Harm
    {
        None,
        Full,
        ReadOnly,
    }

    private readonly Trouble trouble = new();
    private AlarmBench bench = null!;

    private PortalHarness Portal => bench.Portal;

    public async Task InitializeAsync() => bench = await AlarmBench.StartAsync(
        services => services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(trouble)));

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData(Harm.Full)]
    [InlineData(Harm.ReadOnly)]
    public async Task While_nothing_can_be_stored_it_is_shown_told_and_ready_to_be_read_and_all_goes_on_by_itself_afterwards(Harm harm)
    {
        var session = await SessionDriver.CreateAsync(Portal);
        await session.StartAsync();
        await session.CaptureAsync();
        await session.ReturnAsync();
        await bench.FillDiskAsync();
        bench.Channel.Heard.Clear();

        trouble.Harm = harm;
        Assert.Equal(PortalError.StorageUnavailable, (await SessionDriver.TryCreateAsync(Portal, "1001")).Errors[0].Code);
        var asked = await Portal.Sandbox.QuestionsAsync();
        await Portal.Get<HarvestPass>().RunAsync(CancellationToken.None);
        Assert.Equal(asked, await Portal.Sandbox.QuestionsAsync());
        await bench.PassAsync();
        await bench.PassAsync();
        Assert.NotNull((await bench.BoardAsync()).StorageFailsSinceUtc);
        Assert.Equal(PortalError.StorageUnavailable, Assert.Single(bench.Channel.Heard).Lines[0].Detail);
        Assert.Equal(ReadinessMark.Degraded, (await ReadyAsync()).Single(line => line.Part == "database").Mark);

        trouble.Harm = Harm.None;
        await bench.PassAsync();
        await Portal.SweepAsync();
        Assert.Null((await bench.BoardAsync()).StorageFailsSinceUtc);
        Assert.Equal(ReadinessMark.Good, (await ReadyAsync()).Single(line => line.Part == "database").Mark);
        Assert.Equal(SessionStatus.Passed, await session.StatusAsync());
    }

    [Fact]
    public async Task A_clock_that_jumps_a_day_loses_no_verdict_and_shows_the_work_that_lay()
    {
        var session = await SessionDriver.CreateAsync(Portal);
        await session.StartAsync();
        await session.CaptureAsync();
        Portal.Advance(TimeSpan.FromDays(1));
        Assert.NotEmpty(await bench.LookAsync(AlarmRule.Backlog));
        Assert.Equal(ReadinessMark.Degraded, (await ReadyAsync()).Single(line => line.Part == "harvest").Mark);
        await Portal.SweepAsync();
        Assert.Equal(SessionStatus.Passed, await session.StatusAsync());
        Assert.Empty(await bench.LookAsync(AlarmRule.Backlog));
        Assert.All(await ReadyAsync(), line => Assert.Equal(ReadinessMark.Good, line.Mark));
    }

    [Fact]
    public async Task A_vendor_that_is_away_is_told_in_words()
    {
        await Portal.Sandbox.BreakAsync("verifyToken/generate", "http500", 100);
        for (var i = 0; i < 6; i++)
            await (await SessionDriver.CreateAsync(Portal)).TryStartAsync();
        var vendor = (await ReadyAsync()).Single(line => line.Part == "vendor");
        Assert.Equal((ReadinessMark.Degraded, "6 of 6 calls failed in 15 minutes"), (vendor.Mark, vendor.Words));
        Portal.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(ReadinessMark.Good, (await ReadyAsync()).Single(line => line.Part == "vendor").Mark);
    }

    private Task<IReadOnlyList<ReadinessLine>> ReadyAsync() => Portal.Get<ReadinessQueries>().GetAsync(CancellationToken.None);

    /// <summary>A disk that is full fails at the commit; a database that may not be written refuses to begin, in SQLite's own words.</summary>
    private sealed class Trouble : DbTransactionInterceptor
    {
        private const int DatabaseFull = 13;

        public Harm Harm { get; set; }

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Harm == Harm.ReadOnly ? "PRAGMA query_only = ON;" : "PRAGMA query_only = OFF;";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return result;
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            Harm == Harm.Full ? throw new SqliteException("database or disk is full", DatabaseFull) : ValueTask.FromResult(result);
    }
}
