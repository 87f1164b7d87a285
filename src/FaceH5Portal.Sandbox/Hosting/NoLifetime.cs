namespace FaceH5Portal.Sandbox.Hosting;

/// <summary>Leaves Ctrl+C and SIGTERM to whoever hosts the sandbox; the usual lifetime would take them for itself.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
