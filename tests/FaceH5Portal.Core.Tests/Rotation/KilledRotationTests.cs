using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Tests.Rotation;

public sealed class KilledRotationTests : IDisposable
{
    private readonly string folder = VaultBench.NewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Three batches, the empty one that ends them, and the last word make five commits.
    [Theory]
    [InlineData(1, false), InlineData(2, false), InlineData(3, false), InlineData(4, false), InlineData(5, false)]
    [InlineData(1, true), InlineData(2, true), InlineData(3, true), InlineData(4, true), InlineData(5, true)]
    public async Task Killed_at_any_commit_everybody_opens_and_the_next_start_finishes(int commit, bool afterCommit)
    {
        var (names, _) = await VaultBench.PrepareAsync(folder, (2 * KeyRotation.Batch) + 50);
        var breaker = new CommitBreaker(afterCommit);
        await using (var killed = await VaultBench.StartAsync(folder, breaker, 1, 2))
        {
            breaker.BreakAt(commit);
            await Assert.ThrowsAsync<KilledException>(() => killed.Rotation.RunAsync(CancellationToken.None));
        }
        Assert.True(breaker.HasBroken);
        await using (var next = await VaultBench.StartAsync(folder, 1, 2))
        {
            Assert.Equal(names, await next.NamesAsync());
            Assert.Equal(0, await next.Rotation.RunAsync(CancellationToken.None));
        }
        await using var last = await VaultBench.StartAsync(folder, 2);
        Assert.Equal(names, await last.NamesAsync());
        Assert.Equal(1, await last.RotationsRecordedAsync());
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_goes_on_at_the_next_start()
    {
        var (names, _) = await VaultBench.PrepareAsync(folder, (2 * KeyRotation.Batch) + 50);
        using var stop = new CancellationTokenSource();
        await using (var stopped = await VaultBench.StartAsync(folder, 1, 2))
        {
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.Rotation.RunAsync(stop.Token));
            Assert.Equal(names, await stopped.NamesAsync());
        }
        await using var next = await VaultBench.StartAsync(folder, 1, 2);
        Assert.Equal(0, await next.Rotation.RunAsync(CancellationToken.None));
        Assert.Equal(names, await next.NamesAsync());
    }
}
