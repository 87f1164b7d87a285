using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>One line of the session page's list of what is owed; the address stays behind.</summary>
public sealed record HarvestRow(
    Guid Id, HarvestKind Kind, int AttemptOrder, HarvestItemState State, DateTime? DueUtc, DateTime DeadlineUtc, int Tries, string? LastFault,
    DateTime? SettledAtUtc, string? ClosedBy, string? ClosedReason);

/// <summary>The read side of the harvest.</summary>
public sealed class HarvestQueries(PortalStore store)
{
    public async Task<Result<IReadOnlyList<HarvestRow>>> ListAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<HarvestItem>().Where(item => item.SessionId == sessionId)
            .OrderBy(item => item.DeadlineUtc).ThenBy(item => item.Kind).ThenBy(item => item.Part)
            .Select(item => new HarvestRow(item.Id, item.Kind, item.AttemptOrder, item.State, item.DueUtc, item.DeadlineUtc, item.Tries,
                item.LastFault, item.SettledAtUtc, item.ClosedBy, item.ClosedReason))
            .ToListAsync(cancellationToken);
    }
}
