namespace FaceH5Portal.Web.Workers;

internal static class WorkerStart
{
    /// <summary>Until the portal listens, or stops: a start that is refused later on would take the database away under a worker.</summary>
    public static async Task StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var startedOrStopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(() => startedOrStopped.TrySetResult());
        await using var stopped = cancellationToken.Register(() => startedOrStopped.TrySetResult());
        await startedOrStopped.Task;
    }
}
