using System.Threading.Channels;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Importing;

namespace FaceH5Portal.Web.Importing;

/// <summary>
/// Brings confirmed files in, one after the other, one of each operator. What is kept of a file goes when the operator
/// closes it, or an hour after its end: the people in it are in the sessions then.
/// </summary>
internal sealed partial class ImportRuns(ImportDesk desk, TimeProvider clock, ILogger<ImportRuns> logger) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Channel<ImportRun> asked = Channel.CreateUnbounded<ImportRun>();
    private readonly Dictionary<string, ImportRun> runs = [];

    /// <summary>The file that this operator confirmed last; null where there is none, or it is closed.</summary>
    public ImportRun? Of(Actor actor)
    {
        lock (runs)
            return runs.GetValueOrDefault(actor.Id);
    }

    public Result<ImportRun> Begin(Actor actor, ImportBatch batch, ImportChoices choices)
    {
        if (actor.Lacks(Permission.CreateSessions) is { } denied)
            return denied;
        lock (runs)
        {
            if (runs.TryGetValue(actor.Id, out var known) && !known.IsOver)
                return new PortalError("import-running");
            known?.Dispose();
            var run = runs[actor.Id] = new ImportRun(actor, batch, choices);
            asked.Writer.TryWrite(run);
            return run;
        }
    }

    /// <summary>Forgets one that is over.</summary>
    public void Close(ImportRun run)
    {
        lock (runs)
        {
            if (!run.IsOver || runs.GetValueOrDefault(run.Actor.Id) != run)
                return;
            runs.Remove(run.Actor.Id);
            run.Dispose();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var run in asked.Reader.ReadAllAsync(stoppingToken))
                await BringInAsync(run, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Lines that were made are known again when the same file is given to the next process.
        }
    }

    private async Task BringInAsync(ImportRun run, CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, run.Stopping);
        try
        {
            run.Tell(ImportStage.Running);
            var done = await desk.CreateAsync(run.Actor, run.Batch, run.Choices, run.TellOfLine, either.Token);
            run.Tell(done.Ok ? ImportStage.Done : ImportStage.Failed, done.Errors);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            run.Tell(ImportStage.Stopped);
        }
        catch (Exception exception)
        {
            Log.Failed(logger, exception);
            run.Tell(ImportStage.Failed);
        }
        finally
        {
            run.Forgetting = clock.CreateTimer(_ => Close(run), null, Kept, Timeout.InfiniteTimeSpan);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(61, LogLevel.Error, "Bringing in a table of people failed.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
