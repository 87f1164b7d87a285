using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Workers;

/// <summary>Wakes the worker before its time: something was committed, or the clock was moved.</summary>
public sealed class WorkerSignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);
    private readonly IDisposable subscription;

    public WorkerSignal(CommitFeed feed) => subscription = feed.Subscribe(_ => Raise());

    public void Raise()
    {
        lock (raised)
        {
            if (raised.CurrentCount == 0)
                raised.Release();
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => raised.WaitAsync(atMost, cancellationToken);

    public void Dispose()
    {
        subscription.Dispose();
        raised.Dispose();
    }
}
