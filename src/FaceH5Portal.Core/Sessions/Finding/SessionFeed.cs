using System.Collections.Concurrent;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>
/// Reads what has changed once for everybody who watches a list, and not at all while nobody does. Changes that come
/// during a reading are read together in the next one.
/// </summary>
public sealed partial class SessionFeed : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Action<IReadOnlyList<FoundSession>>> watchers = new();
    private readonly HashSet<Guid> changed = [];
    private readonly Lock gate = new();
    private readonly IDisposable subscription;
    private readonly PortalStore store;
    private readonly SubjectVault subjects;
    private readonly ILogger<SessionFeed> logger;
    private bool reading;

    public SessionFeed(PortalStore store, SubjectVault subjects, CommitFeed commits, ILogger<SessionFeed> logger)
    {
        (this.store, this.subjects, this.logger) = (store, subjects, logger);
        subscription = commits.Subscribe(Note);
    }

    /// <summary>How often the database was asked.</summary>
    public int Queries { get; private set; }

    public void Dispose() => subscription.Dispose();

    /// <summary>For those who may see sessions; a watcher must return at once.</summary>
    public IDisposable Watch(Action<IReadOnlyList<FoundSession>> onChange)
    {
        var key = Guid.NewGuid();
        watchers[key] = onChange;
        return new Watching(() => watchers.TryRemove(key, out _));
    }

    private void Note(PortalChange change)
    {
        if (change.Topic != SessionJournal.Topic || watchers.IsEmpty)
            return;
        lock (gate)
        {
            changed.Add(change.Id);
            if (reading)
                return;
            reading = true;
        }
        // Away from the writer's thread, which has work to do.
        _ = Task.Run(ReadAsync);
    }

    private async Task ReadAsync()
    {
        while (Take() is { Count: > 0 } ids)
            try
            {
                await using var db = await store.ReadAsync(CancellationToken.None);
                Queries++;
                var found = await SessionLoader.LoadAsync(db, subjects, ids, CancellationToken.None);
                foreach (var watcher in watchers.Values)
                    watcher(found);
            }
            catch (Exception exception)
            {
                // The next change is read again; a list that is looked at anew shows this one too.
                Log.CannotRead(logger, exception);
            }
    }

    private List<Guid> Take()
    {
        lock (gate)
        {
            var ids = changed.ToList();
            changed.Clear();
            reading = ids.Count > 0;
            return ids;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What has changed could not be read for the lists that watch.")]
        public static partial void CannotRead(ILogger logger, Exception exception);
    }

    private sealed class Watching(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
