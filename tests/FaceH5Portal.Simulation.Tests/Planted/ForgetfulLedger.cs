using System.Data.Common;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Simulation.Tests.Planted;

/// <summary>A book that sees nothing of what it holds.</summary>
internal sealed class ForgetfulLedger(AuditTrail audit, Entropy entropy, TimeProvider clock) : LedgerBook(audit, entropy, clock)
{
    protected override IReadOnlyList<LedgerEntry> KnownOf(PortalWrite write, Guid tokenId) => [];
}

/// <summary>Takes the ledger's unique index away before anything is written.</summary>
internal sealed class NoLedgerIndex : DbTransactionInterceptor
{
    private const string Drop = "DROP INDEX IF EXISTS \"IX_LedgerEntries_VerifyTokenId_Order_Type_Revision\"";

    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        using var drop = connection.CreateCommand();
        (drop.CommandText, drop.Transaction) = (Drop, result);
        drop.ExecuteNonQuery();
        return ValueTask.FromResult(result);
    }
}
