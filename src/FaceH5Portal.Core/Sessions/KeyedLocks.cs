using System.Collections.Concurrent;

namespace FaceH5Portal.Core.Sessions;

/// <summary>One at a time per session, so that a double click finds the token that the first click minted.</summary>
public sealed class KeyedLocks
{
    private readonly ConcurrentDictionary<Guid, Entry> entries = new();

    public async Task<IDisposable> TakeAsync(Guid key, CancellationToken cancellationToken)
    {
        var entry = entries.AddOrUpdate(key, _ => new Entry(1), (_, known) => known with { Waiters = known.Waiters + 1 });
        try
        {
            await entry.Gate.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Leave(key);
            throw;
        }
        return new Held(this, key, entry.Gate);
    }

    private void Leave(Guid key)
    {
        var left = entries.AddOrUpdate(key, _ => new Entry(0), (_, known) => known with { Waiters = known.Waiters - 1 });
        if (left.Waiters == 0)
            entries.TryRemove(new KeyValuePair<Guid, Entry>(key, left));
    }

    private sealed record Entry(int Waiters)
    {
        public SemaphoreSlim Gate { get; init; } = new(1, 1);
    }

    private sealed class Held(KeyedLocks owner, Guid key, SemaphoreSlim gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Release();
            owner.Leave(key);
        }
    }
}
