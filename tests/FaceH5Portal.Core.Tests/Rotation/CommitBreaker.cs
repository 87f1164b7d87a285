using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Core.Tests.Rotation;

/// <summary>Stands for a kill: one commit is the last, done or undone, and nothing after it happens.</summary>
internal sealed class CommitBreaker(bool afterCommit) : DbTransactionInterceptor
{
    private int left = int.MaxValue;

    /// <summary>Whether the commit that was to break ever came.</summary>
    public bool HasBroken { get; private set; }

    public void BreakAt(int commit) => left = commit;

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        left--;
        if (left <= 0 && (!afterCommit || HasBroken))
            Break();
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (left <= 0 && afterCommit)
            Break();
        return Task.CompletedTask;
    }

    private void Break()
    {
        HasBroken = true;
        throw new KilledException();
    }
}

internal sealed class KilledException : Exception;
