using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Subjects;

/// <summary>
/// Wraps every data key anew under the newest master key, a few per transaction, while the portal works. Each row
/// says which version wraps it, so a pass may end anywhere; the next one takes up what is left.
/// </summary>
public sealed partial class KeyRotation(
    PortalStore store, KeyWrapping wrapping, AuditTrail audit, ILogger<KeyRotation> logger)
{
    public const int Batch = 100;
    private const int BatchesBetweenReports = 20;

    /// <summary>How many keys are left under older versions: 0 once the rotation is complete.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken) => RunAsync(null, cancellationToken);

    /// <param name="progress">How many are left, now and then.</param>
    public async Task<int> RunAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        for (var batch = 0; ; batch++)
        {
            if (batch % BatchesBetweenReports == 0 && await LeftAsync(cancellationToken) is var left and > 0)
            {
                Log.Left(logger, wrapping.Version, left);
                progress?.Report(left);
            }
            var done = await store.WriteAsync<int>(write => RewrapAsync(write, cancellationToken), cancellationToken);
            if (!done.Ok || done.Value == 0)
                break;
        }
        return await FinishAsync(cancellationToken);
    }

    /// <summary>An earlier rotation did not come to its end: the index key, which goes last, is of an older version.</summary>
    public async Task<bool> IsOwedAsync(CancellationToken cancellationToken)
    {
        var current = wrapping.Version;
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<IndexKey>().AnyAsync(key => key.MasterKeyVersion < current, cancellationToken);
    }

    private async Task<Result<int>> RewrapAsync(PortalWrite write, CancellationToken cancellationToken)
    {
        // As the index has them: what was wrapped anew is found no more, and another order would read all of the rest each time.
        var subjects = await write.TakeAsync(Old(write.Set<Subject>()).OrderBy(s => s.MasterKeyVersion).Take(Batch), cancellationToken);
        return subjects.Count(wrapping.TryRewrap);
    }

    private async Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        if (await LeftAsync(cancellationToken) is var left and > 0)
        {
            Log.Unfinished(logger, wrapping.Version, left);
            return left;
        }
        var finished = await store.WriteAsync<bool>(async write =>
        {
            var row = await write.Set<IndexKey>().SingleAsync(cancellationToken);
            if (row.MasterKeyVersion == wrapping.Version)
                return false;
            wrapping.Rewrap(row);
            audit.Record(write, Actor.System, AuditAction.MasterKeyRotated, $"master-key/{wrapping.Version}");
            return true;
        }, cancellationToken);
        if (finished is { Ok: true, Value: true })
            Log.Complete(logger, wrapping.Version);
        return finished.Ok ? 0 : 1;
    }

    /// <summary>How many data keys older versions still wrap.</summary>
    public async Task<int> LeftAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await Old(db.Set<Subject>()).CountAsync(cancellationToken);
    }

    private IQueryable<Subject> Old(IQueryable<Subject> subjects)
    {
        var current = wrapping.Version;
        return subjects.Where(s => s.MasterKeyVersion > Subject.NoMasterKey && s.MasterKeyVersion < current);
    }

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Information, "Rotation to version {Version} of the master key: {Left} subjects are left.")]
        public static partial void Left(ILogger logger, int version, int left);

        [LoggerMessage(31, LogLevel.Warning, "Rotation to version {Version} of the master key is not complete: {Left} subjects could not be wrapped anew. Keep the older versions.")]
        public static partial void Unfinished(ILogger logger, int version, int left);

        [LoggerMessage(32, LogLevel.Information, "Rotation to version {Version} of the master key is complete; older versions are no longer needed.")]
        public static partial void Complete(ILogger logger, int version);
    }
}
