using System.Data.Common;
using FaceH5Portal.Simulation.Tests.Worlds;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Simulation.Tests.Weather;

/// <summary>
/// The disk's share of the trouble: a transaction fails after some of its writes or at its commit, or nobody hears that
/// it went through. What failed must leave nothing behind.
/// </summary>
internal sealed class StorageFaults(World world, Dice dice) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private const int Busy = 5;
    private const int Full = 13;

    private static readonly FaultKind[] Kinds =
        [FaultKind.BusyAtWrite, FaultKind.FullAtWrite, FaultKind.BusyAtCommit, FaultKind.FullAtCommit, FaultKind.CommitUnheard];

    private const string Everything = """
        SELECT (SELECT COUNT(*) FROM AuditEntries) + (SELECT COUNT(*) FROM Timeline) + (SELECT COUNT(*) FROM EvidenceBlobs)
            + (SELECT COUNT(*) FROM HarvestItems) + (SELECT COALESCE(SUM(Version), 0) FROM Sessions) + (SELECT COALESCE(SUM(Version), 0) FROM VerifyTokens)
        """;

    private FaultKind? next;
    private long before;
    private bool broken;

    /// <summary>The share of transactions that go wrong.</summary>
    public double Roughness { get; set; }

    public ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        if (broken && Count(connection, result) != before)
            world.Fail("a commit that failed has left something behind");
        broken = false;
        next = dice.Chance(Roughness) ? dice.Pick(Kinds) : null;
        if (next is not null)
            before = Count(connection, result);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (next is FaultKind.BusyAtWrite or FaultKind.FullAtWrite)
            Break(next == FaultKind.BusyAtWrite ? Busy : Full);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (next is FaultKind.BusyAtCommit or FaultKind.FullAtCommit)
            Break(next == FaultKind.BusyAtCommit ? Busy : Full);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        world.Touched();
        if (next != FaultKind.CommitUnheard)
            return Task.CompletedTask;
        world.Bites(FaultKind.CommitUnheard);
        world.Wire.Log.Unheard();
        next = null;
        throw new SqliteException("disk I/O error (simulated)", 10);
    }

    private void Break(int code)
    {
        world.Bites(next!.Value);
        world.Wire.Log.Unheard();
        (next, broken) = (null, true);
        throw new SqliteException($"error {code} (simulated)", code);
    }

    private static long Count(DbConnection connection, DbTransaction transaction)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (Everything, transaction);
        return (long)command.ExecuteScalar()!;
    }
}
