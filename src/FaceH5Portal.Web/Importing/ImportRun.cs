using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Importing;

namespace FaceH5Portal.Web.Importing;

/// <summary>A confirmed file on its way into the portal. It goes on when the page that began it is closed.</summary>
public sealed class ImportRun(Actor actor, ImportBatch batch, ImportChoices choices) : IDisposable
{
    // More often than a bar can show would only cost.
    private const int Steps = 100;

    private readonly CancellationTokenSource stop = new();
    private int done;

    /// <summary>Raised when there is more to tell, from any thread; whoever listens must return at once.</summary>
    public event Action? Changed;

    public Actor Actor { get; } = actor;

    public ImportBatch Batch { get; } = batch;

    public ImportChoices Choices { get; } = choices;

    public ImportStage Stage { get; private set; }

    public int Total { get; } = batch.Lines.Count(line => line.StateUnder(choices) == ImportLineState.Ready);

    public int Done => Volatile.Read(ref done);

    public IReadOnlyList<PortalError> Errors { get; private set; } = [];

    public bool IsOver => Stage > ImportStage.Running;

    /// <summary>What is under way is finished; the rest stays as it is.</summary>
    public void Stop()
    {
        if (!IsOver)
            stop.Cancel();
    }

    public void Dispose()
    {
        Forgetting?.Dispose();
        stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs once it is over.</summary>
    internal ITimer? Forgetting { get; set; }

    internal CancellationToken Stopping => stop.Token;

    internal void Tell(ImportStage stage, IReadOnlyList<PortalError>? errors = null)
    {
        (Errors, Stage) = (errors ?? [], stage);
        Changed?.Invoke();
    }

    internal void TellOfLine()
    {
        if (Interlocked.Increment(ref done) % Math.Max(1, Total / Steps) == 0)
            Changed?.Invoke();
    }
}
