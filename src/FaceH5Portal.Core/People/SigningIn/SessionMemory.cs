using System.Collections.Concurrent;

namespace FaceH5Portal.Core.People.SigningIn;

/// <summary>
/// Sessions as they were last read, since every click asks for one; that one is over is remembered too. All is forgotten
/// with any change, so that what was ended or taken away counts no more; an answer that was read before the change is not
/// kept either.
/// </summary>
public sealed class SessionMemory
{
    private Shelf shelf = new();

    internal void Forget() => Interlocked.Exchange(ref shelf, new Shelf());

    internal async Task<LiveSession?> FindAsync(Guid id, Func<Task<LiveSession?>> read)
    {
        var current = Volatile.Read(ref shelf);
        if (current.Sessions.TryGetValue(id, out var known))
            return known;
        return current.Sessions[id] = await read();
    }

    private sealed class Shelf
    {
        public ConcurrentDictionary<Guid, LiveSession?> Sessions { get; } = [];
    }
}
