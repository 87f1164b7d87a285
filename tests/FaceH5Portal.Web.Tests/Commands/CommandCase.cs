namespace FaceH5Portal.Web.Tests.Commands;

/// <summary>Commands on the files of a portal that was there before: each test has its own.</summary>
public abstract class CommandCase : IAsyncLifetime
{
    private protected CommandRun Run { get; private set; } = null!;

    public async Task InitializeAsync() => Run = await CommandRun.WithDatabaseAsync();

    public Task DisposeAsync()
    {
        Run.Dispose();
        return Task.CompletedTask;
    }
}
