using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Simulation.Tests.Planted;

/// <summary>Takes the ledger's key away: its table has no unique index, and its book sees nothing of what it holds.</summary>
internal sealed class ForgetfulLedger : DbCommandInterceptor
{
    private const string DropKey = "DROP INDEX IF EXISTS \"IX_LedgerEntries_VerifyTokenId_Order_Type_Revision\"";

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Forget(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Forget(command);
        return ValueTask.FromResult(result);
    }

    private static void Forget(DbCommand command)
    {
        if (!command.CommandText.Contains("FROM \"LedgerEntries\"", StringComparison.Ordinal))
            return;
        using var drop = command.Connection!.CreateCommand();
        (drop.CommandText, drop.Transaction) = (DropKey, command.Transaction);
        drop.ExecuteNonQuery();
        command.CommandText = command.CommandText.Replace("WHERE ", "WHERE 0 AND ", StringComparison.Ordinal);
    }
}
