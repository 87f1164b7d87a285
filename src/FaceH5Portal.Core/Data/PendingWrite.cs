using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>A work on its way through the door. It is begun or withdrawn, never both, and answered once.</summary>
internal abstract class PendingWrite
{
    private int begun;

    public abstract bool IsOver { get; }

    public IReadOnlyCollection<PortalChange> Changes { get; private set; } = [];

    private IReadOnlyList<Action> FollowUps { get; set; } = [];

    public bool Begin() => Interlocked.Exchange(ref begun, 1) == 0;

    public void Withdraw()
    {
        if (Begin())
            Cancel();
    }

    /// <summary>Does the work so that what it may not keep leaves the others untouched.</summary>
    public async Task RunAsync(OpenWriter writer, IReadOnlyList<IWriteFollower> followers, CommitNotes notes)
    {
        var (db, point, rows) = writer;
        point.Set();
        try
        {
            var write = new PortalWrite(db, new WorkRows(rows), notes);
            if (await WorkAsync(write))
            {
                foreach (var follower in followers)
                    await follower.FollowAsync(write);
                await write.StoreAsync();
                (Changes, FollowUps) = (write.Changes, write.FollowUps);
            }
            else
            {
                await point.TakeBackAsync();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            await point.TakeBackAsync();
            Fail(new PortalError(PortalError.ChangedMeanwhile));
        }
        catch (Exception exception) when (!StorageFault.Matches(exception))
        {
            await point.TakeBackAsync();
            Break(exception);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
        point.Release();
    }

    public void FollowUp()
    {
        foreach (var followUp in FollowUps)
            followUp();
    }

    public abstract void Complete();

    public abstract void Fail(PortalError error);

    public abstract void Break(Exception exception);

    /// <summary>False when the work answers an error.</summary>
    protected abstract Task<bool> WorkAsync(PortalWrite write);

    protected abstract void Cancel();
}

internal sealed class PendingWrite<T>(Func<PortalWrite, Task<Result<T>>> work, CancellationToken cancellationToken) : PendingWrite
{
    private readonly TaskCompletionSource<Result<T>> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Result<T>? result;

    public Task<Result<T>> Answer => answer.Task;

    public override bool IsOver => answer.Task.IsCompleted;

    public override void Complete()
    {
        if (result is { } reached)
            answer.TrySetResult(reached);
    }

    public override void Fail(PortalError error) => answer.TrySetResult(error);

    public override void Break(Exception exception) => answer.TrySetException(exception);

    protected override async Task<bool> WorkAsync(PortalWrite write)
    {
        result = await work(write);
        return result.Ok;
    }

    protected override void Cancel() => answer.TrySetCanceled(cancellationToken);
}
