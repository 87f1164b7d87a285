using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Web.Tests.Api;

/// <summary>Lets a commit fail, before or after it took effect, or wait: what a crash or a slow disk does.</summary>
public sealed class CommitFaults : DbTransactionInterceptor
{
    private int countdown;
    private bool afterwards;
    private TaskCompletionSource? arrived;
    private TaskCompletionSource? released;

    /// <summary>The <paramref name="nth"/> commit from now on fails.</summary>
    public void FailAt(int nth, bool afterwards) => (countdown, this.afterwards) = (nth, afterwards);

    /// <summary>True when the fault was met.</summary>
    public bool Met => countdown == 0;

    public void Mend() => countdown = 0;

    /// <summary>The next commit waits until it is released; answers when it has arrived.</summary>
    public Task HoldNext()
    {
        arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return arrived.Task;
    }

    public void Release()
    {
        arrived = null;
        released!.SetResult();
    }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (arrived is { } waiting)
        {
            waiting.TrySetResult();
            await released!.Task;
        }
        if (!afterwards && countdown > 0 && --countdown == 0)
            throw new InvalidOperationException("The process ended before a commit.");
        return result;
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        afterwards && countdown > 0 && --countdown == 0
            ? throw new InvalidOperationException("The process ended after a commit.") : Task.CompletedTask;
}
