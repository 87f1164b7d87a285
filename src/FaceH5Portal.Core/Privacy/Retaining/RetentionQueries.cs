using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Retaining;

/// <summary>What was deleted lately, each with its proof, and what should have been and was not.</summary>
public sealed record RetentionView(IReadOnlyList<DeletionRun> Runs, int Overdue);

public sealed class RetentionQueries(PortalStore store, EvidenceRetention retention, FactRedaction redaction, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Jobs run at least hourly; what is late by more than this does not go by itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    public async Task<Result<RetentionView>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var runs = await db.Set<DeletionRun>().AsNoTracking().OrderByDescending(run => run.RanAtUtc).ThenByDescending(run => run.Id).Take(Most).ToListAsync(cancellationToken);
        return new RetentionView(runs, await OverdueAsync(cancellationToken));
    }

    /// <summary>For whoever raises an alarm: more than none means that deleting fails.</summary>
    public async Task<int> OverdueAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().UtcDateTime - Grace;
        return await retention.OverdueAsync(since, cancellationToken) + await redaction.OverdueAsync(since, cancellationToken);
    }
}
