using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Overview;

/// <summary>Reads what was counted: never more rows than days times plans, however many sessions there are.</summary>
public sealed class OverviewQueries(PortalStore store, OverviewZone zone, TimeProvider clock)
{
    /// <summary>Stretches of days worth comparing.</summary>
    public static IReadOnlyList<int> Periods { get; } = [7, 30, 90];

    public DateOnly Today => zone.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>The last days, today included, of one plan or of all.</summary>
    public async Task<Result<Trends>> TrendsAsync(Actor actor, int days, Guid? planId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        var (money, today) = (actor.May(Permission.SeeMoney), Today);
        var first = today.AddDays(1 - days);
        await using var db = await store.ReadAsync(cancellationToken);
        var facts = await db.Set<DayFacts>().AsNoTracking().Where(f => f.Day >= first && f.Day <= today && (planId == null || f.PlanId == planId))
            .ToListAsync(cancellationToken);
        var byDay = facts.ToLookup(f => f.Day);
        return new Trends(
            [.. Enumerable.Range(0, days).Select(first.AddDays).Select(day => (day, Tally.Of([.. byDay[day]], money)))],
            [.. facts.GroupBy(f => f.PlanId).Select(plan => (plan.Key, Tally.Of([.. plan], money))).OrderByDescending(plan => plan.Item2.Created).ThenBy(plan => plan.Key)],
            Tally.Of(facts, money));
    }
}
