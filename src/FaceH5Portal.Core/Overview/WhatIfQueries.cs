using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Overview;

/// <summary>Counts stored scores in the database; what is read does not grow with the sessions.</summary>
public sealed class WhatIfQueries(PortalStore store, OverviewZone zone, TimeProvider clock)
{
    // The vendor widens a 32-bit number, so 93.1 comes as 93.0999984; in hundredths that is off by less than this.
    private const double Trifle = 1e-3;
    private const int NoScore = -1;

    /// <summary>Of the attempts of the last days, today included. A session counts with its best score.</summary>
    public async Task<Result<WhatIfScores>> ScoresAsync(Actor actor, Guid planId, int days, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        var first = zone.DayOf(clock.GetUtcNow().UtcDateTime).AddDays(1 - days);
        var from = zone.BeginUtc(first);
        await using var db = await store.ReadAsync(cancellationToken);
        // A score decided where its verdict follows from the threshold; a better score may still have failed for another reason.
        var attempts = db.Set<Attempt>().Where(a => a.VerifiedAtUtc >= from)
            .Join(db.Set<VerificationSession>().Where(s => s.PlanId == planId), a => a.SessionId, s => s.Id, (a, _) => new
            {
                a.SessionId,
                a.Passed,
                a.Score,
                Decided = a.Score != null && a.Threshold != null && a.Passed == (a.Score >= a.Threshold),
            });
        var groups = await attempts.GroupBy(a => a.SessionId).Select(session => new
        {
            Passed = session.Max(a => a.Passed ? 1 : 0),
            Stays = session.Max(a => a.Passed && !a.Decided ? 1 : 0),
            Score = session.Max(a => a.Decided ? (int)(a.Score!.Value * WhatIfScores.Hundredths + Trifle) : NoScore),
        }).GroupBy(session => new { session.Passed, session.Stays, session.Score })
            .Select(group => new { group.Key.Passed, group.Key.Stays, group.Key.Score, Count = group.Count() })
            .ToListAsync(cancellationToken);
        long? amount = actor.May(Permission.SeeMoney)
            ? await db.Set<DayFacts>().Where(f => f.Day >= first && f.PlanId == planId).SumAsync(f => f.Amount, cancellationToken) : null;
        return new WhatIfScores(
            [.. groups.Select(group => new ScoreBucket(group.Score == NoScore ? null : group.Score, group.Passed == 1, group.Stays == 1, group.Count))], amount);
    }
}
