using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Data;

/// <summary>Tells subscribers of a commit after it happened; a subscriber must return at once.</summary>
public sealed partial class CommitFeed(ILogger<CommitFeed> logger)
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
                Tell(subscriber, change);
    }

    private void Tell(Action<PortalChange> subscriber, PortalChange change)
    {
        try
        {
            subscriber(change);
        }
        catch (Exception exception)
        {
            // The change is committed: a listener's fault may not look like a failed write.
            Log.SubscriberFailed(logger, change.Topic, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Error, "A subscriber of {Topic} failed.")]
        public static partial void SubscriberFailed(ILogger logger, string topic, Exception exception);
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
