using System.Collections.Concurrent;

namespace FaceH5Portal.Core.Data;

/// <summary>Tells subscribers of a commit after it happened; a subscriber must return at once.</summary>
public sealed class CommitFeed
{
    private readonly ConcurrentDictionary<Guid, Action<PortalChange>> subscribers = new();

    public IDisposable Subscribe(Action<PortalChange> onChange)
    {
        var key = Guid.NewGuid();
        subscribers[key] = onChange;
        return new Subscription(() => subscribers.TryRemove(key, out _));
    }

    internal void Publish(IEnumerable<PortalChange> changes)
    {
        foreach (var change in changes)
            foreach (var subscriber in subscribers.Values)
                subscriber(change);
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
